// One account: who it is, its tokens, webhooks and use, and what an administrator may do with it.
import { html, render, show, ago, asDate, badge, moment, number, nothing } from "../../design/core.js";
import { ChartCard } from "../../design/chart.js";
import { api } from "../api.js";
import { everyDay } from "../dev/activity-days.js";
import { attempt, button, confirmed, pairs, periods, stat, tableOf } from "./parts.js";

export class UserDetail {
  constructor(place, id, { go, me }) {
    Object.assign(this, { place, id, go, me, days: 7, path: `/admin/users/${id}` });
    this.tokens = tableOf({ caption: "Tokens", columns: this.tokenColumns(), rowHook: "token-row", none: "No token" });
    this.webhooks = tableOf({ caption: "Webhooks", columns: this.webhookColumns(), rowHook: "webhook-row", none: "No webhook" });
    this.endpoints = tableOf({ caption: "Endpoints", columns: ENDPOINTS, sort: { key: "count", up: false }, pageSize: 10, none: "Nothing was asked for in this time" });
    this.chartPlace = document.createElement("div");
  }

  start() {
    render(html`<p style="margin-bottom:0"><a href="#users">‹ All accounts</a></p>
      <div id="who" style="min-height:16rem"></div>
      <section class="stack"><div class="row between"><h2 style="margin-bottom:0">Tokens</h2>${button("Revoke all", () => this.revokeAll(), { danger: true, hook: "revoke-all" })}</div><div id="tokens" style="min-height:6rem"></div></section>
      <section class="stack"><div class="row between"><h2 style="margin-bottom:0">Use</h2><div id="days"></div></div><div id="use" style="min-height:30rem"></div></section>
      <section class="stack"><h2>Webhooks</h2><div id="webhooks" style="min-height:5rem"></div></section>`, this.place);
    this.loadWho();
    this.loadTokens();
    this.loadUse();
    this.loadWebhooks();
  }

  at(id) {
    return this.place.querySelector(id);
  }

  loadWho() {
    return show(this.at("#who"), () => api.get(this.path), (user) => this.who(user));
  }

  loadTokens() {
    return show(this.at("#tokens"), () => api.get(`${this.path}/tokens`), (tokens) => {
      this.tokens.table.show(tokens.toReversed());
      return this.tokens.place;
    });
  }

  loadWebhooks() {
    return show(this.at("#webhooks"), () => api.get(`${this.path}/webhooks`), (webhooks) => {
      this.webhooks.table.show(webhooks);
      return this.webhooks.place;
    });
  }

  loadUse() {
    render(periods(this.days, (days) => { this.days = days; this.loadUse(); }), this.at("#days"));
    return show(this.at("#use"), () => api.get(`${this.path}/activity`, { days: this.days }), (use) => this.use(use));
  }

  who(user) {
    this.user = user;
    return html`<section class="card stack"><header class="row between"><h2 style="margin-bottom:0" class="clip">${user.email}</h2><span class="row">${standing(user)}</span></header>
      ${pairs([["Id", html`<code>${user.id}</code>`], ["Display name", user.display_name], ["Since", moment(user.created_at)], ["Last login", ago(user.last_login_at)], ["Last use of a token", ago(user.last_used_at)], ["Requests ever", number(user.total_requests)], ["Rate limited, 30 days", number(user.rate_limited)]])}
      <div class="row">
        ${button("Log out everywhere", () => this.logout())}
        ${button("Remove the second factor", () => this.removeFactor(), { danger: true })}
        ${button("Requests", () => this.go(`events?user=${user.id}`))}
        ${button("Timeline", () => this.go(`history?account=${user.id}`))}
      </div></section>`;
  }

  logout() {
    return confirmed({ title: `Log ${this.user.email} out?`, text: "Every session ends, on every device. Tokens of the API go on working.", confirm: "Log out everywhere", said: "Logged out everywhere", action: () => api.post(`${this.path}/logout-all`) });
  }

  removeFactor() {
    return confirmed({ title: `Remove the second factor of ${this.user.email}?`, text: "Authenticator and passkeys are removed: the password alone is enough to log in. Be sure that it is this person who asks.", confirm: "Remove", said: "There is no second factor any more", action: () => api.del(`${this.path}/second-factor`) });
  }

  async revokeAll() {
    const done = await confirmed({ title: "Revoke every token?", text: `Every program of ${this.user?.email ?? "this account"} is refused at once. This cannot be undone.`, confirm: "Revoke all", said: (answer) => `${number(answer.revoked)} revoked`, action: () => api.del(`${this.path}/tokens`) });
    if (done) this.loadTokens();
  }

  async revoke(token) {
    const done = await confirmed({ title: `Revoke “${token.name}”?`, text: "Programs that use it are refused at once. This cannot be undone.", confirm: "Revoke", said: "Revoked", action: () => api.post(`/admin/tokens/${token.id}/revoke`) });
    if (done) this.loadTokens();
  }

  use(use) {
    this.endpoints.table.show(use.by_endpoint);
    queueMicrotask(() => this.chart(everyDay(use.by_day, use.window_days)));
    return html`<div class="stack"><div class="stats">${stat("Requests", number(use.total_requests))}${stat("Errors", number(use.error_count))}${stat("Rate limited", number(use.rate_limited))}${stat("Average time", `${number(use.avg_duration_ms, 1)} ms`)}</div><div class="chart-place">${this.chartPlace}</div>${this.endpoints.place}</div>`;
  }

  chart(days) {
    const options = { title: "Requests per day", kind: "bars", height: 200, x: days.map(({ date }) => Date.parse(`${date}T00:00`) / 1000), lines: [{ label: "Requests", values: days.map((each) => each.count) }, { label: "Errors", values: days.map((each) => each.error_count), color: getComputedStyle(document.documentElement).getPropertyValue("--bad").trim() }], note: "Days of UTC." };
    this.card ? this.card.update(options) : (this.card = new ChartCard(this.chartPlace, options));
  }

  tokenColumns() {
    return [
      { key: "name", label: "Token", view: (row) => html`${row.name}<br><code class="small">${row.prefix}…</code>` },
      { key: "scope_names", label: "Scopes", sort: false, view: (row) => html`<span class="small">${row.scopes === 0 ? "all" : row.scope_names.join(", ")}</span>` },
      { key: "allowed_ip_count", label: "Addresses", num: true, view: (row) => row.allowed_ip_count || "any" },
      { key: "request_count", label: "Requests", num: true, view: (row) => number(row.request_count) },
      { key: "last_used_at", label: "Last use", view: (row) => html`<span class="nowrap">${ago(row.last_used_at)}</span>` },
      { key: "state", label: "State", sort: false, view: tokenState },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell">${button("Timeline", () => this.go(`history?token=${row.id}`))}${row.revoked ? nothing : button("Revoke", () => this.revoke(row), { danger: true, hook: "revoke" })}</div>` },
    ];
  }

  webhookColumns() {
    const flip = async (row) => (await attempt(() => api.post(`/admin/webhooks/${row.id}/${row.enabled ? "disable" : "enable"}`), row.enabled ? "Nothing is posted any more" : "It is posted to again")) && this.loadWebhooks();
    return [
      { key: "name", label: "Webhook", view: (row) => html`${row.name}<br><code class="small">${row.host}</code>` },
      { key: "events", label: "Events", sort: false, view: (row) => html`<span class="small">${row.events.join(", ")}</span>` },
      { key: "enabled", label: "State", view: (row) => (row.enabled ? badge("enabled", "good") : badge(`disabled${row.disabled_by ? ` (${row.disabled_by})` : ""}`, "warn")) },
      { key: "acts", label: "Actions", sort: false, view: (row) => button(row.enabled ? "Disable" : "Enable", () => flip(row)) },
    ];
  }
}

/** What an account is, as badges. */
export const standing = (user) => html`${user.is_active ? nothing : badge("closed", "bad")}${user.is_superuser ? badge("administrator", "accent") : nothing}${user.is_verified ? badge("verified", "good") : badge("unverified", "warn")}`;

function tokenState(row) {
  if (row.revoked) return html`${badge("revoked", "bad")}<br><span class="muted small">${row.revoke_reason ?? ""} ${ago(row.revoked_at)}</span>`;
  if (row.disabled) return badge("disabled", "warn");
  if (row.expires_at && asDate(row.expires_at) < new Date()) return badge("expired", "warn");
  return html`${badge("active", "good")}${row.expires_at ? html`<br><span class="muted small">ends ${ago(row.expires_at)}</span>` : nothing}`;
}

const ENDPOINTS = [
  { key: "route", label: "Endpoint", view: (row) => html`<span class="method">${row.method}</span> <code>${row.route}</code>` },
  { key: "count", label: "Requests", num: true, view: (row) => number(row.count) },
  { key: "error_count", label: "Errors", num: true, view: (row) => (row.error_count ? badge(number(row.error_count), "bad") : "0") },
  { key: "avg_duration_ms", label: "Average", num: true, view: (row) => `${number(row.avg_duration_ms, 1)} ms` },
];
