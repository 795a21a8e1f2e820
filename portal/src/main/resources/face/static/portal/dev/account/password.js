// Another password: this session goes on with fresh tokens, all others end.
import { html, render } from "../../../design/core.js";
import { toast } from "../../../design/feedback.js";
import { strengthMeter } from "../../auth/strength.js";
import { api } from "../../api.js";
import { field, messageOf } from "../../parts.js";
import { keep } from "../../session.js";

export class Password {
  constructor(place, { reload, me }) {
    Object.assign(this, { place, reload, me, text: "", error: "", busy: false });
  }

  load() {
    render(html`<h2>Password</h2>
      <form class="form" data-hook="password-form" @submit=${(e) => this.submit(e)}>
        <input type="email" class="hidden-text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${this.me.email}>
        ${field("Current password", html`<input class="input" type="password" name="current" autocomplete="current-password" required>`)}
        <div>${field("New password", html`<input class="input" type="password" name="next" autocomplete="new-password" minlength="8" required @input=${(e) => { this.text = e.target.value; this.load(); }}>`)}${strengthMeter(this.text)}</div>
        <p class="error-text" role="alert">${this.error}</p>
        <div class="row"><button class="btn" type="submit" aria-busy=${this.busy} ?disabled=${this.busy}>Change the password</button><span class="muted small">All other sessions end.</span></div>
      </form>`, this.place);
  }

  async submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const { current, next } = event.target.elements;
    Object.assign(this, { busy: true, error: "" });
    this.load();
    try {
      keep(await api.post("/auth/change-password", { current_password: current.value, new_password: next.value }));
      event.target.reset();
      this.text = "";
      toast("The password is changed");
      this.reload("sessions", "events");
    } catch (error) {
      this.error = messageOf(error);
    }
    this.busy = false;
    this.load();
  }
}
