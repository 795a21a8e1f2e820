// Mail that is sent, waits or failed.
import { html, render, ago, badge, nothing, number } from "../../design/core.js";
import { api } from "../api.js";
import { PagedTable, attempt, button, chips, poll } from "./parts.js";

const STATUSES = [["", "All"], ["pending", "Waiting"], ["failed", "Failed"], ["bounced", "Bounced"], ["sent", "Sent"]];
const TONES = { sent: "good", pending: "info", sending: "info", failed: "bad", bounced: "bad" };

export function mount(place, { go, signal }) {
  const mail = new Mail(place, go);
  mail.start();
  poll(() => 5, () => mail.list.refresh(), signal);
}

class Mail {
  constructor(place, go) {
    Object.assign(this, { place, go, status: "" });
  }

  start() {
    this.draw();
    this.list = new PagedTable(this.place.querySelector("#mail"), { load: (cursor) => api.get("/admin/mail/outbox", { status: this.status, limit: 50, cursor }), caption: "Mail", columns: this.columns(), rowHook: "mail-row", none: "No such mail" });
    this.list.load();
  }

  draw() {
    render(html`${chips("Status", STATUSES, this.status, (status) => { this.status = status; this.draw(); this.list.more = false; this.list.load(); })}<div id="mail" style="min-height:24rem"></div>`, this.place);
  }

  columns() {
    return [
      { key: "created_at", label: "When", view: (row) => html`<span class="nowrap">${ago(row.created_at)}</span>` },
      { key: "subject", label: "Message", view: (row) => html`${row.subject}<br><span class="muted small">${row.kind}</span>` },
      { key: "to", label: "To", view: (row) => row.to ?? (row.account_id ? html`<button class="link" type="button" @click=${() => this.go(`users?id=${row.account_id}`)}>the account's address</button>` : "–") },
      { key: "status", label: "Status", view: (row) => badge(row.status, TONES[row.status]) },
      { key: "attempts", label: "Attempts", num: true, view: (row) => number(row.attempts) },
      { key: "last_error", label: "Last error", sort: false, view: (row) => html`<span class="small text-cell">${row.last_error ?? "–"}${row.next_attempt_at ? html`<br><span class="muted">next ${ago(row.next_attempt_at)}</span>` : nothing}</span>` },
      { key: "acts", label: "Actions", sort: false, view: (row) => (["failed", "bounced", "pending"].includes(row.status) ? button("Try again", () => this.retry(row), { hook: "retry" }) : nothing) },
    ];
  }

  async retry(row) {
    if (await attempt(() => api.post(`/admin/mail/outbox/${row.id}/retry`), "It is tried again at once")) this.list.load();
  }
}
