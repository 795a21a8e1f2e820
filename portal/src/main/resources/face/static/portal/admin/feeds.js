// Relays of other services: their age and what failed last.
import { html, show, ago, badge, duration, number, nothing } from "../../design/core.js";
import { api } from "../api.js";
import { attempt, button, poll, renew, span, stat, tableOf } from "./parts.js";

export function mount(place, { signal }) {
  const feeds = new Feeds(place);
  feeds.load();
  poll(() => 5, () => feeds.load(renew), signal);
}

class Feeds {
  constructor(place) {
    this.place = place;
    this.list = tableOf({ caption: "Relays", columns: this.columns(), rowHook: "feed-row", none: "No relay" });
  }

  /** @param how show or renew */
  load(how = show) {
    return how(this.place, () => Promise.all([api.get("/admin/feeds"), api.get("/admin/jobs")]), ([{ items }, jobs]) => {
      this.jobs = new Map(jobs.map((job) => [job.name, job]));
      this.list.table.show(items);
      return html`<div class="stats">${stat("Relays", number(items.length))}${stat("Fresh", number(items.filter((row) => stateOf(row) === "fresh").length))}${stat("Failing", number(items.filter((row) => row.failures > 0).length))}${stat("Not configured", number(items.filter((row) => !row.configured).length), "a credential is missing")}</div>${this.list.place}`;
    });
  }

  columns() {
    return [
      { key: "name", label: "Relay", view: (row) => html`<strong>${row.name}</strong><br><span class="muted small">${row.host}<br>every ${span(row.every_seconds)}</span>` },
      { key: "state", label: "State", sort: stateOf, view: (row) => html`${badge(stateOf(row), TONES[stateOf(row)])}${row.left_alone ? html` ${badge("left alone", "warn")}` : nothing}` },
      { key: "age_seconds", label: "Age", num: true, view: (row) => html`<span class="nowrap">${row.age_seconds === null ? "–" : duration(row.age_seconds)}</span>` },
      { key: "attempted_at", label: "Asked", view: (row) => html`<span class="nowrap">${ago(row.attempted_at)}</span>` },
      { key: "changed_at", label: "Changed", view: (row) => html`<span class="nowrap">${ago(row.changed_at)}</span>` },
      { key: "failures", label: "Failures", num: true, view: (row) => number(row.failures) },
      { key: "last_error", label: "Last error", sort: false, view: (row) => html`<span class="small text-cell ${row.last_error ? "down" : "muted"}">${row.last_error ?? this.jobs.get(jobOf(row))?.last_result ?? "–"}</span>` },
      { key: "acts", label: "Actions", sort: false, view: (row) => this.fetchButton(row) },
    ];
  }

  fetchButton(row) {
    const job = this.jobs.get(jobOf(row));
    return button("Fetch", () => this.fetch(row), { hook: "fetch", disabled: !row.configured || !job || job.running || job.requested });
  }

  async fetch(row) {
    if (await attempt(() => api.post(`/admin/jobs/${jobOf(row)}/run`), `${row.host} is asked within a second or so`)) this.load();
  }
}

const jobOf = (row) => `feed-${row.name.replaceAll("_", "-")}`;
const TONES = { fresh: "good", old: "warn", failing: "bad", "not configured": "warn", "never asked": "" };

/** Old is what three fetches in a row did not renew. */
function stateOf(row) {
  if (!row.configured) return "not configured";
  if (row.failures > 0) return "failing";
  if (row.fetched_at === null) return "never asked";
  return row.age_seconds > 3 * row.every_seconds ? "old" : "fresh";
}
