// What one's tokens asked for: per day, per endpoint, per token.
import { html, render, show, nothing, empty, number, percent, badge, live } from "../../design/core.js";
import { ChartCard } from "../../design/chart.js";
import { meter } from "../../design/shapes.js";
import { DataTable } from "../../design/table.js";
import { api } from "../api.js";
import { saveFile } from "../parts.js";
import { hashQuery, setHashQuery } from "./hash.js";
import { RequestList } from "./activity-requests.js";
import { csvOf, everyDay } from "./activity-days.js";

const DAYS = [1, 7, 30, 90];
const MOST_TOKENS = 20;

export async function mount(place, { signal }) {
  const activity = new Activity(place);
  window.addEventListener("hashchange", () => activity.fromHash(), { signal });
  activity.fromHash();
}

class Activity {
  constructor(place) {
    this.place = place;
    this.days = 7;
    this.token = "";
    this.tokens = [];
  }

  fromHash() {
    const query = hashQuery();
    this.days = DAYS.includes(Number(query.get("days"))) ? Number(query.get("days")) : 7;
    this.token = query.get("token") ?? "";
    this.draw();
    this.load();
  }

  choose(changed) {
    Object.assign(this, changed);
    setHashQuery("activity", { days: this.days === 7 ? null : this.days, token: this.token });
    this.draw();
    this.load();
  }

  draw() {
    render(html`
      <div class="row between">
        <div class="row" role="group" aria-label="Period">${DAYS.map((days) => html`<button class="chip" type="button" data-hook="period" data-period=${days} aria-pressed=${this.days === days} @click=${() => this.choose({ days })}>${days === 1 ? "24 hours" : `${days} days`}</button>`)}</div>
        <label class="row"><span class="small">Token</span><select class="input" style="width:auto;max-width:16rem" data-hook="token" .value=${live(this.token)} @change=${(e) => this.choose({ token: e.target.value })}>
          <option value="">all of them</option>
          ${this.tokens.map((token) => html`<option value=${token.id} ?selected=${token.id === this.token}>${token.name} (${token.prefix}…)</option>`)}</select></label>
      </div>
      <div id="summary" class="summary"></div>`, this.place);
  }

  load() {
    const { days, token } = this;
    return show(this.place.querySelector("#summary"), async () => {
      const [summary, tokens] = await Promise.all([api.get(token ? `/tokens/${token}/activity` : "/tokens/activity", { days }), api.get("/tokens")]);
      this.tokens = tokens;
      this.draw();
      return summary;
    }, (summary) => this.view(summary));
  }

  view(summary) {
    if (summary.total_requests > 0) queueMicrotask(() => this.fill(summary));
    const share = summary.total_requests ? summary.error_count / summary.total_requests : 0;
    const stat = (label, value, note = "") => html`<div class="card stat" data-hook="stat"><span class="label">${label}</span><span class="value">${value}</span><small class="muted">${note}</small></div>`;
    return html`<div class="stack">
      <div class="grid" style="--least:9rem">
        ${stat("Requests", number(summary.total_requests))}
        ${stat("Errors", number(summary.error_count), `${percent(share)} of all`)}
        ${stat("Rate limited", number(summary.rate_limited), "answered 429")}
        ${stat("Average time", `${number(summary.avg_duration_ms, 1)} ms`)}
      </div>
      ${summary.total_requests === 0 ? html`<div class="card">${empty("No requests in this period", "Calls with one of your tokens are counted here within a second.", html`<a class="btn s" href="#console">Try one in the console</a>`)}</div>` : this.counted(summary)}
    </div>`;
  }

  counted(summary) {
    return html`<h2 class="hidden-text">Per day</h2>
      <div id="chart" class="chart-place"></div><div id="times" class="chart-place"></div>
      <section class="stack"><div class="row between"><h2 style="margin:0">Endpoints</h2><button class="btn s" type="button" data-hook="csv" @click=${() => saveFile(`kiwi-activity-${this.days}d.csv`, csvOf(summary.by_day), "text/csv")}>Download the days as CSV</button></div><div id="endpoints"></div></section>
      ${this.token ? html`<section class="stack"><h2>Requests</h2><div id="requests"></div></section>` : html`<section class="stack"><h2>Tokens</h2><div id="tokens"></div></section>`}`;
  }

  fill(summary) {
    const find = (id) => this.place.querySelector(id);
    const days = everyDay(summary.by_day, summary.window_days);
    const x = days.map(({ date }) => Date.parse(`${date}T00:00`) / 1000);
    new ChartCard(find("#chart"), { title: "Requests per day", x, kind: "bars", fromZero: true, height: 260, lines: [{ label: "Requests", values: days.map((day) => day.count) }, { label: "Errors", values: days.map((day) => day.error_count), color: getComputedStyle(document.documentElement).getPropertyValue("--bad").trim() }], note: "Days of UTC." });
    new ChartCard(find("#times"), { title: "Average time per day", x, kind: "bars", fromZero: true, height: 180, lines: [{ label: "Milliseconds", values: days.map((day) => (day.count ? day.avg_duration_ms : null)) }], format: (v) => `${number(v, 1)} ms`, hook: "chart-times" });
    this.endpoints(find("#endpoints"), summary.by_endpoint);
    if (this.token) new RequestList(find("#requests"), this.token).load();
    else this.perToken(find("#tokens"), summary.total_requests);
  }

  /** The table stays over a reload, with what one filters by. */
  endpoints(place, rows) {
    const columns = endpoints(Math.max(1, ...rows.map((row) => row.count)));
    place.kiwiTable ??= new DataTable(place, { caption: "Requests per endpoint", columns, filter: (row) => `${row.method} ${row.route}`, rowHook: "endpoint-row", sort: { key: "count", up: false }, none: "No requests in this period" });
    place.kiwiTable.columns = columns;
    place.kiwiTable.show(rows);
  }

  perToken(place, all) {
    const { days } = this;
    const newest = this.tokens.toSorted((a, b) => (b.last_used_at ?? "").localeCompare(a.last_used_at ?? "")).slice(0, MOST_TOKENS);
    return show(place, () => Promise.all(newest.map(async (token) => ({ token, ...(await api.get(`/tokens/${token.id}/activity`, { days })) }))), (rows) => {
      const table = document.createElement("div");
      new DataTable(table, { caption: "Requests per token", columns: this.tokenColumns(all), rowHook: "token-usage-row", sort: { key: "total_requests", up: false }, none: "You have no token yet" }).show(rows);
      return html`${table}${this.tokens.length > MOST_TOKENS ? html`<p class="muted small">The ${MOST_TOKENS} tokens that were used last.</p>` : nothing}`;
    });
  }

  tokenColumns(all) {
    return [
      { key: "name", label: "Token", sort: ({ token }) => token.name, view: ({ token }) => html`<button class="link" type="button" @click=${() => this.choose({ token: token.id })}>${token.name}</button> <code class="nowrap">${token.prefix}…</code>` },
      { key: "share", label: "Share", sort: false, view: (row) => html`<div style="min-width:8rem">${meter(all ? row.total_requests / all : 0, `Share of ${row.token.name}`)}</div>` },
      { key: "total_requests", label: "Requests", num: true, view: (row) => number(row.total_requests) },
      { key: "error_count", label: "Errors", num: true, view: (row) => number(row.error_count) },
      { key: "avg_duration_ms", label: "Average", num: true, view: (row) => `${number(row.avg_duration_ms, 1)} ms` },
    ];
  }
}

const endpoints = (most) => [
  { key: "route", label: "Endpoint", view: (row) => html`<span class="method">${row.method}</span> <code>${row.route}</code>` },
  { key: "share", label: "Share of the most used", sort: false, view: (row) => html`<div style="min-width:8rem">${meter(row.count / most, `Requests of ${row.method} ${row.route} to the most used`)}</div>` },
  { key: "count", label: "Requests", num: true, view: (row) => number(row.count) },
  { key: "error_count", label: "Errors", num: true, view: (row) => (row.error_count ? badge(number(row.error_count), "bad") : "0") },
  { key: "avg_duration_ms", label: "Average", num: true, view: (row) => `${number(row.avg_duration_ms, 1)} ms` },
];
