// Where one is logged in.
import { html, show, nothing, ago, badge, day } from "../../../design/core.js";
import { dialog, toast } from "../../../design/feedback.js";
import { api } from "../../api.js";

export class Sessions {
  constructor(place, { leave }) {
    Object.assign(this, { place, leave });
  }

  load() {
    return show(this.place, () => api.get("/auth/sessions"), (sessions) => html`
      <h2>Sessions</h2>
      <ul class="items scroll">${sessions.map((session) => this.item(session))}</ul>
      <button class="btn s danger" type="button" data-hook="logout-all" @click=${() => this.everywhere()}>Log out everywhere</button>`);
  }

  item(session) {
    return html`<li data-hook="session-row"><div><strong>${session.device ?? "Unknown device"}</strong> ${session.current ? badge("this device", "good") : nothing}<br>
      <span class="muted small">used ${ago(session.last_used_at)}, since ${day(session.created_at)}, until ${day(session.expires_at)}</span></div>
      ${session.current ? nothing : html`<button class="btn s" type="button" @click=${() => this.revoke(session)}>Log out</button>`}</li>`;
  }

  async revoke(session) {
    try {
      await api.del(`/auth/sessions/${session.id}`);
      toast("That session is over");
      this.load();
    } catch (error) {
      toast(error.message, "err");
    }
  }

  async everywhere() {
    const done = await dialog({ title: "Log out everywhere?", body: html`<p>Every session ends, this one too.</p>`, confirm: "Log out", danger: true, action: async () => { await api.post("/auth/logout-all"); } });
    if (done) this.leave();
  }
}
