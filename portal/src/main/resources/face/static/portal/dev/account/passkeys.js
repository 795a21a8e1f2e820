// Passkeys: add, rename, remove.
import { html, show, nothing, ago, badge } from "../../../design/core.js";
import { dialog, toast } from "../../../design/feedback.js";
import { api } from "../../api.js";
import { passkeysWork, registerPasskey } from "../../auth/passkey.js";
import { field } from "../../parts.js";
import { showRecoveryCodes } from "./factor.js";

export class Passkeys {
  constructor(place, { reload }) {
    Object.assign(this, { place, reload });
  }

  load() {
    return show(this.place, () => api.get("/auth/passkeys"), (passkeys) => html`
      <h2>Passkeys</h2>
      ${passkeys.length ? html`<ul class="items">${passkeys.map((passkey) => this.item(passkey))}</ul>` : html`<p class="muted" data-hook="empty">None yet. A passkey logs you in with your device's lock instead of the password and a code.</p>`}
      ${passkeysWork() ? html`<button class="btn s" type="button" data-hook="passkey-add" @click=${() => this.add()}>Add a passkey</button>` : html`<p class="muted small">This browser has no passkeys.</p>`}`);
  }

  item(passkey) {
    return html`<li data-hook="passkey-row"><div><strong>${passkey.name}</strong> ${passkey.synced ? badge("synced", "info") : nothing}<br><span class="muted small">added ${ago(passkey.created_at)}, used ${ago(passkey.last_used_at)}</span></div>
      <div class="row"><button class="btn s" type="button" @click=${() => this.rename(passkey)}>Rename</button><button class="btn s danger" type="button" @click=${() => this.remove(passkey)}>Remove</button></div></li>`;
  }

  async add() {
    const { enabled } = await api.get("/auth/second-factor").catch((error) => { toast(error.message, "err"); return {}; });
    if (enabled === undefined) return;
    const made = await dialog({
      title: "Add a passkey",
      body: html`${field("Name", html`<input class="input" name="name" maxlength="80" value="My device" autocomplete="off">`, "So that you know it again.")}
        ${enabled ? nothing : field("Password", html`<input class="input" type="password" name="password" autocomplete="current-password">`)}`,
      confirm: "Go on",
      armed: (form) => Boolean(form.elements.name.value.trim() && (enabled || form.elements.password.value)),
      action: (form) => registerPasskey(form.elements.name.value.trim(), enabled ? {} : { password: form.elements.password.value }),
    });
    if (!made) return;
    this.reload("passkeys", "factor", "events");
    toast(`${made.passkey.name} logs you in from now on`);
    await showRecoveryCodes(made.recovery_codes);
  }

  async rename(passkey) {
    const done = await dialog({
      title: "Rename the passkey",
      body: field("Name", html`<input class="input" name="name" maxlength="80" .value=${passkey.name}>`),
      confirm: "Save",
      armed: (form) => form.elements.name.value.trim() !== "",
      action: (form) => api.patch(`/auth/passkeys/${passkey.id}`, { name: form.elements.name.value.trim() }),
    });
    if (done) this.load();
  }

  async remove(passkey) {
    const done = await dialog({ title: `Remove ${passkey.name}?`, body: html`<p>It logs nobody in any more. Delete it on the device too.</p>`, confirm: "Remove", danger: true, action: async () => { await api.del(`/auth/passkeys/${passkey.id}`); } });
    if (done) this.reload("passkeys", "factor", "events");
  }
}
