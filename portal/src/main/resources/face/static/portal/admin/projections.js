// Read models: how far they are behind, pausing, making them anew, and what could not be applied.
import { html, render, show, nothing, number, badge, duration, ago } from "../../design/core.js";
import { meter } from "../../design/shapes.js";
import { api } from "../api.js";
import { attempt, button, confirmed, poll, renew, stat, tableOf } from "./parts.js";
import { lettersOf } from "./projections-letters.js";
import { rebuilds } from "./projections-stream.js";

const TONES = { running: "good", rebuilding: "info", paused: "warn", stalled: "bad", failed: "bad" };
// Processes act on events: they cannot be replayed.
const PROCESSES = ["mail", "webhook_outbox"];

export function mount(place, { signal }) {
  const projections = new Projections(place);
  projections.load();
  poll(() => (projections.busy() ? 1.5 : 3), () => projections.load(renew), signal);
  rebuilds((rebuild) => projections.progress(rebuild), signal);
}

class Projections {
  constructor(place) {
    Object.assign(this, { place, rows: [] });
    this.list = tableOf({ caption: "Projections", filter: (row) => `${row.name} ${row.storage} ${row.state}`, columns: this.columns(), pageSize: 200, rowHook: "projection-row" });
  }

  busy() {
    return this.rows.some((row) => row.state === "rebuilding" || row.lag > 0);
  }

  /** @param how show or renew */
  load(how = show) {
    return how(this.place, () => api.get("/admin/projections"), (rows) => {
      this.rows = rows;
      return this.view();
    });
  }

  /** A change of a rebuild, as the stream tells it. */
  progress(rebuild) {
    this.rows = this.rows.map((row) => (row.name === rebuild.name ? { ...row, rebuild } : row));
    if (this.place.kiwiShown) render(this.view(), this.place);
  }

  view() {
    const { rows } = this;
    this.list.table.show(rows);
    const alarms = rows.flatMap((row) => row.alarms.map((alarm) => ({ name: row.name, alarm })));
    const letters = rows.reduce((sum, row) => sum + row.dead_letters, 0);
    return html`<div class="stats">
        ${stat("Events in the store", number(Math.max(0, ...rows.map((row) => row.head + 1))))}
        ${stat("Largest lag", number(Math.max(0, ...rows.map((row) => row.lag))), "events")}
        ${stat("Applied", `${number(rows.reduce((sum, row) => sum + row.events_per_second, 0), 1)} /s`, "all together")}
        ${stat("Dead letters", letters ? badge(number(letters), "bad") : "0")}</div>
      ${alarms.length ? html`<div class="note bad" role="alert">${alarms.map(({ name, alarm }) => html`<p><strong>${name}</strong>: ${alarm}</p>`)}</div>` : nothing}
      ${this.list.place}`;
  }

  columns() {
    return [
      { key: "name", label: "Projection", view: (row) => html`<strong>${row.name}</strong><br><span class="muted small">${row.storage}, ${row.segments} ${row.segments === 1 ? "segment" : "segments"}</span>` },
      { key: "state", label: "State", view: (row) => this.state(row) },
      { key: "position", label: "Position", num: true, view: (row) => html`${number(row.position)}<br><span class="muted small">of ${number(row.head)}</span>` },
      { key: "lag", label: "Lag", num: true, view: (row) => (row.lag ? badge(number(row.lag), "warn") : "0") },
      { key: "events_per_second", label: "Rate", num: true, view: (row) => html`<span class="nowrap">${number(row.events_per_second, 1)} /s</span>` },
      { key: "dead_letters", label: "Dead letters", num: true, view: (row) => button(number(row.dead_letters), () => lettersOf(row, () => this.load()), { danger: row.dead_letters > 0, hook: "dead-letters", title: `Dead letters of ${row.name}` }) },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell">${row.state === "paused" ? button("Resume", () => this.resume(row), { hook: "resume" }) : button("Pause", () => this.pause(row), { hook: "pause", disabled: row.state === "rebuilding" })}${PROCESSES.includes(row.name) ? nothing : button("Replay", () => this.replay(row), { hook: "replay", disabled: row.state === "rebuilding" })}</div>` },
    ];
  }

  state(row) {
    return html`<div class="progress-cell"><span>${badge(row.state, TONES[row.state])}</span>${row.last_error ? html`<span class="small result bad text-cell">${row.last_error}</span>` : nothing}${row.rebuild ? progressOf(row.rebuild) : nothing}</div>`;
  }

  async replay(row) {
    const done = await confirmed({ title: `Replay ${row.name}?`, text: `${number(row.head + 1)} events are applied to a new version beside the one that is served; then it takes its place.`, confirm: "Replay", said: "The replay has begun", action: () => api.post(`/admin/projections/${row.name}/replay`) });
    if (done) this.load();
  }

  async pause(row) {
    const done = await confirmed({ title: `Pause ${row.name}?`, text: "Reads of it grow old until it is resumed, and writes that wait for it take longer.", confirm: "Pause", said: `${row.name} is paused`, action: () => api.post(`/admin/projections/${row.name}/pause`) });
    if (done) this.load();
  }

  async resume(row) {
    if (await attempt(() => api.post(`/admin/projections/${row.name}/resume`), `${row.name} runs again`)) this.load();
  }
}

function progressOf(rebuild) {
  const over = Boolean(rebuild.finished_at);
  const part = over ? 1 : rebuild.total ? rebuild.done / rebuild.total : 0;
  if (over) return html`<span class="small muted" data-hook="rebuild">${rebuild.phase === "failed" ? html`<span class="down">Replay failed: ${rebuild.error}</span>` : html`Replayed ${ago(rebuild.finished_at)}${same(rebuild)}`}</span>`;
  const eta = rebuild.eta_seconds === null ? "" : `, ${duration(rebuild.eta_seconds)} left`;
  return html`${meter(part, `Replay of ${rebuild.name}`)}<span class="small" data-hook="rebuild">${rebuild.phase}: ${number(rebuild.done)} of ${number(rebuild.total)}, ${number(rebuild.events_per_second, 0)} /s${eta}</span>`;
}

const same = ({ checksum_before: before, checksum_after: after }) => (before === null || after === null ? "" : before === after ? ", the same rows as before" : ", other rows than before");
