// People of the website: search, look, log out, close and open their accounts.
import { html, render, ago, badge, moment, nothing, debounced } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";
import { api } from "../api.js";
import { PagedTable, attempt, button, confirmed, pairs } from "./parts.js";

export function mount(place) {
  new SiteUsers(place).start();
}

class SiteUsers {
  constructor(place) {
    Object.assign(this, { place, text: "" });
    this.search = debounced((text) => { this.text = text.trim(); this.list.load(); }, 300);
  }

  start() {
    render(html`<label class="field" style="max-width:24rem"><span>Search</span><input class="input" type="search" data-hook="search" maxlength="80" placeholder="Part of a name, or a Discord id" @input=${(e) => this.search(e.target.value)}></label>
      <div id="list" style="min-height:24rem"></div>`, this.place);
    this.list = new PagedTable(this.place.querySelector("#list"), { load: (cursor) => api.get("/admin/site-users", { limit: 100, q: this.text, cursor }), caption: "Dashboard users", columns: this.columns(), rowHook: "siteuser-row", none: "Nobody found" });
    this.list.load();
  }

  columns() {
    return [
      { key: "username", label: "User", view: (row) => html`<button class="link" type="button" @click=${() => this.look(row)}>${row.username ?? row.id}</button>${row.display_name ? html`<br><span class="muted small">${row.display_name}</span>` : nothing}` },
      { key: "discord_handle", label: "Discord" },
      { key: "claimed_trove_display", label: "Player", view: (row) => claim(row) },
      { key: "is_active", label: "State", view: (row) => (row.is_active ? badge("active", "good") : badge("closed", "bad")) },
      { key: "last_login_at", label: "Last sign-in", view: (row) => html`<span class="nowrap">${ago(row.last_login_at)}</span>` },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell">${this.acts(row)}</div>` },
    ];
  }

  acts(row) {
    return html`${button("Log out", () => this.logout(row))}
      ${row.is_active ? button("Close", () => this.close(row), { danger: true }) : button("Open again", () => this.done(attempt(() => api.post(`/admin/site-users/${row.id}/activate`), "The account is open again")))}`;
  }

  logout(row) {
    return confirmed({ title: `Log ${row.username ?? "this user"} out?`, text: "Every session ends, on every device. Signing in again is possible at once.", confirm: "Log out", said: "Logged out everywhere", action: () => api.post(`/admin/site-users/${row.id}/logout`) });
  }

  close(row) {
    return this.done(confirmed({ title: `Close the account of ${row.username ?? "this user"}?`, text: "Every session ends, and signing in is refused until it is opened again. What they own stays.", confirm: "Close the account", said: "The account is closed", action: () => api.post(`/admin/site-users/${row.id}/deactivate`) }));
  }

  async done(work) {
    if (await work) this.list.load();
  }

  look(row) {
    dialog({
      title: row.username ?? row.id, cancel: "Close",
      body: html`${pairs([
        ["Id", html`<code>${row.id}</code>`], ["Display name", row.display_name], ["Discord", row.discord_handle],
        ["State", row.is_active ? "active" : "closed"], ["Player", claim(row)], ["Claimed", moment(row.claimed_at)],
        ["Boards when claimed", row.claim_baseline_board_count], ["Member since", moment(row.created_at)], ["Last sign-in", moment(row.last_login_at)],
      ])}<p><a href="#history?entity=${encodeURIComponent(`siteuser:${row.id}`)}" @click=${(e) => e.target.closest("dialog").close()}>What happened to this account</a></p>`,
    });
  }
}

const claim = (row) => (row.claimed_trove_display ? html`${row.claimed_trove_display} ${row.claim_verified ? badge("verified", "good") : badge("unverified", "warn")}` : html`<span class="muted">none</span>`);
