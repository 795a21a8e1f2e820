// Who it is: address, name, dates.
import { html, render, badge, day, moment } from "../../../design/core.js";
import { dialog, toast } from "../../../design/feedback.js";
import { api } from "../../api.js";
import { field } from "../../parts.js";

export class Profile {
  constructor(place, { me, reloadMe }) {
    Object.assign(this, { place, me, reloadMe });
  }

  load() {
    const { me } = this;
    render(html`<h2>Profile</h2>
      <dl class="pairs">
        <dt>E-mail</dt><dd>${me.email} ${me.is_verified ? badge("verified", "good") : badge("unverified", "warn")}</dd>
        <dt>Display name</dt><dd>${me.display_name ?? html`<span class="muted">none</span>`}</dd>
        <dt>Account id</dt><dd><code>${me.id}</code></dd>
        <dt>Member since</dt><dd>${day(me.created_at)}</dd>
        <dt>Last log-in</dt><dd>${moment(me.last_login_at)}</dd>
      </dl>
      <div class="row">
        <button class="btn s" type="button" data-hook="edit-name" @click=${() => this.rename()}>Change the name</button>
        <button class="btn s" type="button" data-hook="edit-email" @click=${() => this.move()}>Change the address</button>
        ${me.is_verified ? "" : html`<button class="btn s" type="button" @click=${() => this.resend()}>Send the verification again</button>`}
      </div>`, this.place);
  }

  async rename() {
    const done = await dialog({
      title: "Display name",
      body: field("Name", html`<input class="input" name="name" maxlength="80" autocomplete="nickname" .value=${this.me.display_name ?? ""}>`, "Empty: none."),
      confirm: "Save",
      action: (form) => api.patch("/auth/me", { display_name: form.elements.name.value.trim() }),
    });
    if (!done) return;
    this.me = await this.reloadMe();
    this.load();
  }

  async move() {
    const done = await dialog({
      title: "Another e-mail address",
      body: html`<p>A link goes to the new address; yours changes when you open it.</p>
        ${field("New address", html`<input class="input" type="email" name="email" autocomplete="email">`)}
        ${field("Password", html`<input class="input" type="password" name="password" autocomplete="current-password">`)}`,
      confirm: "Send the link",
      armed: (form) => Boolean(form.elements.email.value.trim() && form.elements.password.value),
      action: (form) => api.post("/auth/change-email", { new_email: form.elements.email.value.trim(), password: form.elements.password.value }),
    });
    if (done) toast(done.message ?? "A link is on its way to the new address.");
  }

  async resend() {
    try {
      toast((await api.post("/auth/resend-verification", { email: this.me.email })).message);
    } catch (error) {
      toast(error.message, "err");
    }
  }
}
