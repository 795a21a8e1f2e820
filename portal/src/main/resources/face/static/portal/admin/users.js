// Accounts: the list, and one of them in detail by the hash.
import { html, render, show, ago, badge, number, nothing } from "../../design/core.js";
import { api } from "../api.js";
import { hashQuery } from "../dev/hash.js";
import { periods, tableOf } from "./parts.js";
import { UserDetail, standing } from "./users-detail.js";

export function mount(place, context) {
  const users = new Users(place, context);
  window.addEventListener("hashchange", () => users.fromHash(), { signal: context.signal });
  users.fromHash();
}

class Users {
  constructor(place, { go, me }) {
    Object.assign(this, { place, go, me, days: 30 });
    this.list = tableOf({ caption: "Accounts", filter: (row) => `${row.email} ${row.display_name ?? ""} ${row.id}`, columns: this.columns(), rowHook: "user-row", none: "No account yet" });
  }

  fromHash() {
    const id = hashQuery().get("id");
    const detail = document.createElement("div");
    detail.className = "stack";
    if (id) {
      render(detail, this.place);
      return new UserDetail(detail, id, { go: this.go, me: this.me }).start();
    }
    this.draw();
    return this.load();
  }

  draw() {
    render(html`<div class="row between">${periods(this.days, (days) => { this.days = days; this.draw(); this.load(); })}<span class="muted small">“Rate limited” counts this time; requests count all time.</span></div><div id="users" style="min-height:24rem"></div>`, this.place);
  }

  load() {
    return show(this.place.querySelector("#users"), () => api.get("/admin/users", { days: this.days }), (users) => {
      this.list.table.show(users.toReversed());
      return this.list.place;
    });
  }

  columns() {
    return [
      { key: "email", label: "Account", view: (row) => html`<button class="link" type="button" @click=${() => this.go(`users?id=${row.id}`)}>${row.email}</button>${row.display_name ? html`<br><span class="muted small">${row.display_name}</span>` : nothing}` },
      { key: "is_active", label: "State", sort: false, view: (row) => html`<span class="row">${standing(row)}</span>` },
      { key: "token_count", label: "Tokens", num: true, view: (row) => number(row.token_count) },
      { key: "total_requests", label: "Requests", num: true, view: (row) => number(row.total_requests) },
      { key: "rate_limited", label: "Rate limited", num: true, view: (row) => (row.rate_limited ? badge(number(row.rate_limited), "warn") : "0") },
      { key: "last_used_at", label: "Last use", view: (row) => html`<span class="nowrap">${ago(row.last_used_at)}</span>` },
      { key: "last_login_at", label: "Last login", view: (row) => html`<span class="nowrap">${ago(row.last_login_at)}</span>` },
      { key: "created_at", label: "Since", view: (row) => html`<span class="nowrap">${ago(row.created_at)}</span>` },
    ];
  }
}
