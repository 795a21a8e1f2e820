// The feed of recorded requests.
import { html, render, ago, badge, number } from "../../design/core.js";
import { api } from "../api.js";
import { hashQuery, setHashQuery } from "../dev/hash.js";
import { PagedTable, button, chips, poll } from "./parts.js";

const STATUSES = [["", "All"], ["429", "429"], ["401", "401"], ["403", "403"], ["500", "500"]];

export function mount(place, { go, signal }) {
  const requests = new Requests(place, go);
  window.addEventListener("hashchange", () => requests.start(), { signal });
  requests.start();
  poll(() => 5, () => requests.list?.refresh(), signal);
}

class Requests {
  constructor(place, go) {
    Object.assign(this, { place, go, status: "", emails: new Map() });
    this.known = api.get("/admin/users", { days: 90 }).then((users) => users.forEach((user) => this.emails.set(user.id, user.email)), () => {});
  }

  start() {
    this.user = hashQuery().get("user") ?? "";
    this.draw();
    this.list = new PagedTable(this.place.querySelector("#list"), { load: (cursor) => this.read(cursor), caption: "Requests", columns: this.columns(), rowHook: "event-row", none: "No such request was recorded" });
    this.list.load();
  }

  draw() {
    render(html`<div class="row between">${chips("Status", STATUSES, this.status, (status) => { this.status = status; this.draw(); this.list.more = false; this.list.load(); })}
      ${this.user ? html`<span class="row">${badge(`of ${this.emails.get(this.user) ?? this.user}`, "info")}${button("Everybody's", () => { setHashQuery("events", {}); this.start(); })}</span>` : ""}</div>
      <div id="list" style="min-height:30rem"></div>
      <p class="muted small">New ones appear by themselves until more are loaded.</p>`, this.place);
  }

  async read(cursor) {
    const [page] = await Promise.all([api.get("/admin/events", { limit: 20, status_code: this.status, user_id: this.user, cursor }), this.known]);
    return page;
  }

  columns() {
    return [
      { key: "created_at", label: "When", view: (row) => html`<span class="nowrap">${ago(row.created_at)}</span>` },
      { key: "path", label: "Request", view: (row) => html`<span class="method">${row.method}</span> <code title=${row.route ?? ""}>${row.path}</code>` },
      { key: "status_code", label: "Answer", num: true, view: (row) => badge(row.status_code, tone(row.status_code)) },
      { key: "duration_ms", label: "Time", num: true, view: (row) => html`<span class="nowrap">${number(row.duration_ms, 1)} ms</span>` },
      { key: "user", label: "Account", sort: (row) => this.emails.get(row.user_id), view: (row) => this.account(row) },
    ];
  }

  account(row) {
    if (!row.user_id) return html`<span class="muted">anonymous</span>`;
    return html`<button class="link" type="button" @click=${() => this.go(`users?id=${row.user_id}`)}>${this.emails.get(row.user_id) ?? row.user_id}</button>`;
  }
}

const tone = (status) => (status < 400 ? "good" : status === 429 ? "warn" : "bad");
