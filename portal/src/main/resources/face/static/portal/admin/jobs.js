// Scheduled work.
import { html, show, ago, badge, duration, asDate, nothing } from "../../design/core.js";
import { api } from "../api.js";
import { attempt, button, poll, renew, span, stat, tableOf } from "./parts.js";

export function mount(place, { signal }) {
  const jobs = new Jobs(place);
  jobs.load();
  poll(() => (jobs.busy() ? 1.5 : 5), () => jobs.load(renew), signal);
}

class Jobs {
  constructor(place) {
    Object.assign(this, { place, rows: [] });
    this.list = tableOf({ caption: "Jobs", filter: (row) => `${row.name} ${row.last_result ?? ""} ${row.last_error ?? ""}`, columns: this.columns(), pageSize: 100, rowHook: "job-row", none: "No job" });
  }

  busy() {
    return this.rows.some((row) => row.running || row.requested);
  }

  /** @param how show or renew */
  load(how = show) {
    return how(this.place, () => api.get("/admin/jobs"), (rows) => {
      this.rows = rows;
      this.list.table.show(rows);
      const failed = rows.filter((row) => row.last_error !== null).length;
      return html`<div class="stats">${stat("Jobs", rows.length)}${stat("Running", rows.filter((row) => row.running).length)}${stat("Failed last", failed ? badge(failed, "bad") : "0")}${stat("Overdue", rows.filter(overdue).length, rows.some(overdue) ? "when many are, no node leads" : nothing)}</div>${this.list.place}`;
    });
  }

  columns() {
    return [
      { key: "name", label: "Job", view: (row) => html`<strong class="nowrap">${row.name}</strong><br><span class="muted small nowrap">every ${span(row.every_seconds)}</span>` },
      { key: "state", label: "State", sort: stateOf, view: (row) => badge(stateOf(row), TONES[stateOf(row)]) },
      { key: "finished_at", label: "Last run", view: (row) => html`<span class="nowrap">${ago(row.finished_at ?? row.started_at)}</span><br><span class="muted small nowrap">${took(row)}</span>` },
      { key: "last_result", label: "Result", sort: false, view: (row) => (row.last_error ? html`<span class="result bad small text-cell">${row.last_error}</span>${row.succeeded_at ? html`<br><span class="muted small">went well last ${ago(row.succeeded_at)}</span>` : nothing}` : html`<span class="small text-cell">${row.last_result ?? "–"}</span>`) },
      { key: "next_due", label: "Next", view: (row) => html`<span class="nowrap">${row.next_due ? ago(row.next_due) : "–"}</span>` },
      { key: "node", label: "Node", view: (row) => (row.node ? html`<code title=${row.node}>${row.node.slice(0, 8)}</code>` : "–") },
      { key: "acts", label: "Actions", sort: false, view: (row) => button("Run now", () => this.run(row), { hook: "run", disabled: row.running || row.requested }) },
    ];
  }

  async run(row) {
    if (await attempt(() => api.post(`/admin/jobs/${encodeURIComponent(row.name)}/run`), `${row.name} runs within a second or so`)) this.load();
  }
}

const TONES = { running: "info", asked: "info", failed: "bad", fine: "good", never: "" };
const stateOf = (row) => (row.running ? "running" : row.requested ? "asked" : row.last_error ? "failed" : row.finished_at ? "fine" : "never");
const overdue = (row) => row.next_due !== null && asDate(row.next_due) < Date.now() - 60_000;
const took = (row) => (row.started_at && row.finished_at && row.finished_at >= row.started_at ? `took ${short(asDate(row.finished_at) - asDate(row.started_at))}` : "");
const short = (milliseconds) => (milliseconds < 1000 ? `${milliseconds} ms` : duration(milliseconds / 1000));
