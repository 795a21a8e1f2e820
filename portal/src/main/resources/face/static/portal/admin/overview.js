// What waits for an administrator, and how much the API is used.
import { html, render, show, number, percent, badge } from "../../design/core.js";
import { api } from "../api.js";
import { periods, poll, stat, tableOf } from "./parts.js";

const QUEUES = { "site-claims": ["claims", "Name claims"], projections: ["projections", "Dead letters"], jobs: ["jobs", "Failed jobs"], mail: [null, "Undelivered mail"] };

export function mount(place, { go, signal }) {
  const overview = new Overview(place, go);
  overview.start();
  poll(() => 15, () => overview.load(), signal);
}

class Overview {
  constructor(place, go) {
    Object.assign(this, { place, go, days: 7 });
    this.users = tableOf({ caption: "Accounts by requests", columns: this.columns(), rowHook: "user-row", none: "Nobody used a token in this time" });
  }

  start() {
    this.draw();
    this.load();
  }

  choose(days) {
    this.days = days;
    this.start();
  }

  draw() {
    render(html`
      <section class="stack" aria-labelledby="waits"><h2 id="waits">Waiting for you</h2><div id="pending" style="min-height:4rem"></div></section>
      <section class="stack"><div class="row between"><h2 style="margin-bottom:0">Use of the API</h2>${periods(this.days, (days) => this.choose(days))}</div><div id="activity" style="min-height:17rem"></div></section>
      <section class="stack"><h2>Logs of requests and page views</h2><div id="telemetry" style="min-height:6rem"></div></section>`, this.place);
  }

  load() {
    const at = (id) => this.place.querySelector(id);
    return Promise.all([
      show(at("#pending"), () => api.get("/admin/pending"), (pending) => this.pending(pending)),
      show(at("#activity"), () => api.get("/admin/activity", { days: this.days }), (activity) => this.activity(activity)),
      show(at("#telemetry"), () => api.get("/admin/telemetry"), telemetry),
    ]);
  }

  pending({ counts, detail }) {
    const names = Object.keys(counts);
    if (!names.length) return html`<p class="note good">Nothing waits: no claim, no dead letter, no failed job, no undelivered mail.</p>`;
    return html`<div class="grid" style="--least:14rem">${names.map((name) => {
      const [tab, label] = QUEUES[name] ?? [null, name];
      return html`<div class="card stat"><span class="label">${label}</span><span class="value">${number(counts[name])}</span>
        <small class="muted">${(detail[name] ?? []).map((part) => `${part.label}: ${number(part.count)}`).join(", ")}</small>
        ${tab ? html`<button class="link" type="button" @click=${() => this.go(tab)}>See to it</button>` : ""}</div>`;
    })}</div>`;
  }

  activity(activity) {
    const share = activity.total_requests ? activity.error_count / activity.total_requests : 0;
    this.users.table.show(activity.top_users);
    return html`<div class="stack"><div class="stats">
        ${stat("Requests", number(activity.total_requests))}
        ${stat("Errors", number(activity.error_count), `${percent(share)} of all`)}
        ${stat("Rate limited", number(activity.rate_limited), "answered 429")}
        ${stat("Average time", `${number(activity.avg_duration_ms, 1)} ms`)}</div>
      <h3>Most active accounts</h3>${this.users.place}</div>`;
  }

  columns() {
    return [
      { key: "email", label: "Account", view: (row) => (row.email ? html`<button class="link" type="button" @click=${() => this.go(`users?id=${row.user_id}`)}>${row.email}</button>` : html`<span class="muted">gone</span>`) },
      { key: "count", label: "Requests", num: true, view: (row) => number(row.count) },
      { key: "error_count", label: "Errors", num: true, view: (row) => number(row.error_count) },
      { key: "rate_limited", label: "Rate limited", num: true, view: (row) => (row.rate_limited ? badge(number(row.rate_limited), "warn") : "0") },
    ];
  }
}

const telemetry = (logs) => html`<div class="grid" style="--least:14rem">${logs.map((log) => stat(log.log === "usage" ? "Requests, uncounted" : "Page views, uncounted", number(log.lag), `${number(log.position)} of ${number(log.head)} are in the totals`))}</div>`;
