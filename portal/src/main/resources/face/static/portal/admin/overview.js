// What waits for an administrator, and how much the API is used.
import { html, render, show, number, percent, badge } from "../../design/core.js";
import { api } from "../api.js";
import { button, confirmed, periods, poll, renew, stat, tableOf } from "./parts.js";

const QUEUES = { "site-claims": ["claims", "Name claims"], projections: ["projections", "Dead letters"], jobs: ["jobs", "Failed jobs"], mail: ["mail", "Undelivered mail"] };

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const LOGS = { usage: "requests", page_view: "page views" };

export function mount(place, { go, signal }) {
  const overview = new Overview(place, go);
  overview.start();
  poll(() => 15, () => overview.load(renew), signal);
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

  /** @param how show or renew */
  load(how = show) {
    const at = (id) => this.place.querySelector(id);
    return Promise.all([
      how(at("#pending"), () => api.get("/admin/pending"), (pending) => this.pending(pending)),
      how(at("#activity"), () => api.get("/admin/activity", { days: this.days }), (activity) => this.activity(activity)),
      how(at("#telemetry"), () => api.get("/admin/telemetry"), (logs) => this.telemetry(logs)),
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

  telemetry(logs) {
    return html`<div class="grid" style="--least:16rem">${logs.map((log) => html`<div class="card stack" data-hook="telemetry"><div class="stat"><span class="label">${capital(LOGS[log.log] ?? log.log)}</span><span class="value">${number(log.lag)}</span><small class="muted">not counted yet; ${number(log.position)} of ${number(log.head)} are</small></div>
      ${button("Count again", () => this.recount(log))}</div>`)}</div>`;
  }

  async recount(log) {
    const done = await confirmed({ title: `Count the ${LOGS[log.log] ?? log.log} again?`, text: "Every kept record is counted anew; the answer comes when it is done.", confirm: "Count again", said: (answer) => `${number(answer.records)} counted`, action: () => api.post(`/admin/telemetry/${log.log}/rebuild`) });
    if (done) this.load();
  }
}
