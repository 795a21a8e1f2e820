// Where one is signed in, and how to end that.
import { html, show, ago, badge, empty } from "../design/core.js";
import { dialog, toast } from "../design/feedback.js";
import { call, forget } from "./session.js";

export function sessions(place, user, { gone }) {
  const load = () => show(place, () => call("GET", "/v1/site-auth/sessions"), view);
  load();

  function view(found) {
    return html`<article class="card stack"><header class="row between"><h2>Where you are signed in</h2><button class="btn s danger" type="button" @click=${endAll}>Sign out everywhere</button></header>
      ${found.length === 0 ? empty("No session") : html`<div class="table-wrap" tabindex="0" role="region" aria-label="Sessions"><table>
        <thead><tr><th scope="col">Device</th><th scope="col">Last used</th><th scope="col">Since</th><th scope="col"><span class="hidden-text">Action</span></th></tr></thead>
        <tbody>${found.map(row)}</tbody></table></div>`}</article>`;
  }

  const row = (one) => html`<tr data-hook="session"><td>${one.device ?? "Unknown device"} ${one.current ? badge("this device", "good") : ""}</td><td class="nowrap">${ago(one.last_used_at)}</td><td class="nowrap">${ago(one.created_at)}</td>
    <td class="num"><button class="btn s" type="button" @click=${() => end(one)}>Sign out</button></td></tr>`;

  async function end(one) {
    try {
      await call("DELETE", "/v1/site-auth/sessions/" + one.id);
      if (one.current) { forget(); return gone(); }
      toast("Signed out there");
      load();
    } catch (error) {
      toast(error.message, "err");
    }
  }

  function endAll() {
    dialog({
      title: "Sign out everywhere?",
      body: html`<p>Every device has to sign in again, this one too.</p>`,
      confirm: "Sign out everywhere",
      danger: true,
      action: async () => { await call("POST", "/v1/site-auth/logout-all"); forget(); gone(); },
    });
  }
}
