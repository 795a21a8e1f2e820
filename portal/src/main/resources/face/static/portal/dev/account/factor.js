// Codes of an authenticator as a second factor, and the recovery codes.
import { html, show, badge, nothing } from "../../../design/core.js";
import { copy, dialog, toast } from "../../../design/feedback.js";
import { api } from "../../api.js";
import { field, saveFile } from "../../parts.js";

export class Factor {
  constructor(place, { reload }) {
    Object.assign(this, { place, reload });
  }

  load() {
    return show(this.place, () => api.get("/auth/second-factor"), (status) => html`
      <h2>Second factor ${status.enabled ? badge("on", "good") : badge("off")}</h2>
      <p>${status.authenticator ? "A log-in with the password also needs a code of your authenticator." : status.enabled ? "Your passkeys are your second factor. An authenticator can stand beside them." : "With an authenticator, a stolen password alone opens nothing."}</p>
      ${status.enabled ? html`<p class=${status.recovery_codes_left < 3 ? "" : "muted"}>${status.recovery_codes_left} recovery codes are left.</p>` : nothing}
      <div class="row">
        ${status.authenticator ? html`<button class="btn s danger" type="button" data-hook="factor-off" @click=${() => this.disable()}>Remove the authenticator</button>` : html`<button class="btn s" type="button" data-hook="factor-on" @click=${() => this.enrol()}>Set up an authenticator</button>`}
        ${status.enabled ? html`<button class="btn s" type="button" data-hook="new-codes" @click=${() => this.newCodes()}>New recovery codes</button>` : nothing}
      </div>`);
  }

  async enrol() {
    const enrolment = await dialog({
      title: "Set up an authenticator",
      body: html`<p>First your password. Have the authenticator app at hand.</p>${field("Password", html`<input class="input" type="password" name="password" autocomplete="current-password">`)}`,
      confirm: "Go on",
      armed: (form) => form.elements.password.value !== "",
      action: (form) => api.post("/auth/second-factor", { password: form.elements.password.value }),
    });
    if (enrolment) await this.confirm(enrolment);
  }

  async confirm({ secret, otpauth_url, qr }) {
    const done = await dialog({
      title: "Scan this with the app",
      body: html`<svg class="qr" data-hook="qr" viewBox="0 0 ${qr.size} ${qr.size}" shape-rendering="crispEdges" role="img" aria-label="QR code for the authenticator"><path d=${qr.path} fill="#000"></path></svg>
        <p class="small">Or type the key: <code>${secret.match(/.{1,4}/g).join(" ")}</code> <button class="btn s" type="button" @click=${() => copy(secret)}>Copy</button> <a href=${otpauth_url}>Open the app on this device</a></p>
        ${field("Code that the app shows", html`<input class="input mono" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10">`)}`,
      confirm: "Turn it on",
      armed: (form) => form.elements.code.value.trim().length >= 6,
      action: (form) => api.post("/auth/second-factor/confirm", { code: form.elements.code.value.trim() }),
    });
    if (!done) return;
    toast("The authenticator is on");
    this.reload("factor", "events");
    await showRecoveryCodes(done.recovery_codes);
  }

  async newCodes() {
    const done = await dialog({ title: "New recovery codes?", body: html`<p>The old ones stop working.</p>`, confirm: "Make new ones", action: () => api.post("/auth/second-factor/recovery-codes") });
    if (!done) return;
    this.reload("factor", "events");
    await showRecoveryCodes(done.recovery_codes);
  }

  async disable() {
    const done = await dialog({ title: "Remove the authenticator?", body: html`<p>Codes of it are not asked for any more, and its recovery codes end, unless you have passkeys.</p>`, confirm: "Remove", danger: true, action: async () => { await api.del("/auth/second-factor"); } });
    if (done) this.reload("factor", "events");
  }
}

/** Shows them once, with ways to keep them. Nothing happens when there are none. */
export async function showRecoveryCodes(codes) {
  if (!codes.length) return;
  const text = codes.join("\n") + "\n";
  await dialog({
    title: "Your recovery codes",
    cancel: "I have kept them",
    once: true,
    body: html`<p>Each logs you in once when the second factor is lost. They are shown now and never again.</p>
      <ul class="codes" data-hook="recovery-codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
      <div class="row"><button class="btn s" type="button" @click=${() => copy(text)}>Copy</button><button class="btn s" type="button" @click=${() => saveFile("kiwi-recovery-codes.txt", text, "text/plain")}>Save as a file</button></div>`,
  });
}
