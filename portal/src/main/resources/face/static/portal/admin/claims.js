// Claims of players' names: approve or reject.
import { html, render, ago, badge, number, nothing } from "../../design/core.js";
import { urls } from "../config.js";
import { api } from "../api.js";
import { PagedTable, button, chips, confirmed, poll } from "./parts.js";

export function mount(place, { signal }) {
  const claims = new Claims(place);
  claims.start();
  poll(() => 15, () => claims.list.refresh(), signal);
}

class Claims {
  constructor(place) {
    Object.assign(this, { place, pending: true, count: null });
  }

  start() {
    this.draw();
    this.list = new PagedTable(this.place.querySelector("#claims"), {
      load: (cursor) => api.get("/admin/site-claims", { pending_only: this.pending, limit: 100, cursor }),
      changed: (list) => { this.count = list.page.count; this.draw(); },
      caption: "Name claims", columns: this.columns(), rowHook: "claim-row", none: "No claim waits",
    });
    this.list.load();
  }

  draw() {
    render(html`<div class="row between">${chips("Which", [[true, "Waiting"], [false, "All"]], this.pending, (pending) => { this.pending = pending; this.draw(); this.list.more = false; this.list.load(); })}
      ${this.count === null ? nothing : html`<span class="muted small">${number(this.count)} in all</span>`}</div>
      <div id="claims" style="min-height:20rem"></div>`, this.place);
  }

  columns() {
    return [
      { key: "username", label: "User", view: (row) => html`${row.username ?? row.user_id}${row.display_name ? html`<br><span class="muted small">${row.display_name}</span>` : nothing}` },
      { key: "claimed_trove_display", label: "Player", view: (row) => html`<a href="${urls.app}/player/${encodeURIComponent(row.claimed_trove_display)}">${row.claimed_trove_display}</a>` },
      { key: "claimed_at", label: "Claimed", view: (row) => html`<span class="nowrap">${ago(row.claimed_at)}</span>` },
      { key: "claim_verified", label: "State", view: (row) => (row.claim_verified ? badge("verified", "good") : badge("waits", "warn")) },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell">${row.claim_verified ? nothing : button("Approve", () => this.approve(row), { primary: true, hook: "approve" })}${button(row.claim_verified ? "Take away" : "Reject", () => this.reject(row), { danger: true, hook: "reject" })}</div>` },
    ];
  }

  async approve(row) {
    const name = row.claimed_trove_display;
    const done = await confirmed({ title: `Is ${row.username ?? "this user"} the player ${name}?`, text: "The website then shows the player as verified, with this account.", confirm: "Approve", said: "Approved", action: () => api.post(`/admin/site-claims/${row.user_id}/approve?trove_name=${encodeURIComponent(row.claimed_trove_name)}`) });
    if (done) this.list.load();
  }

  async reject(row) {
    const done = await confirmed({ title: `Take ${row.claimed_trove_display} away from ${row.username ?? "this user"}?`, text: "The name is free again, and the user is told.", confirm: "Reject", said: "Rejected; the name is free", action: () => api.post(`/admin/site-claims/${row.user_id}/reject`) });
    if (done) this.list.load();
  }
}
