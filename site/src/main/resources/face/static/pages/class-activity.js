// Shares of the classes: over a period as lines, now as a ring and a table.
import { html, render, show, siteData, number, percent, moment, empty, everySeconds, skeleton } from "../design/core.js";
import { donut } from "../design/shapes.js";
import { DataTable } from "../design/table.js";
import { PERIODS, periods, resets, showChart } from "../site/live.js";

const SHOWN_AT_FIRST = 6;
const place = (id) => document.getElementById(id);
const clean = () => state.view !== "all";

function asked() {
  const query = new URLSearchParams(location.search);
  const period = query.get("period")?.toLowerCase();
  return { period: PERIODS.includes(period) ? period : "7d", view: query.get("view") === "all" ? "all" : "established" };
}
let state = asked();

// --- the period ---

/** Of each class the share of all classes at each moment; null where nothing is known. */
export function shares(classes, key, length) {
  const totals = Array.from({ length }, (_, k) => classes.reduce((sum, one) => sum + (one[key][k] ?? 0), 0));
  return classes.map((one) => one[key].map((value, k) => (value === null || totals[k] === 0 ? null : value / totals[k])));
}

const mean = (values) => { const known = values.filter((value) => value !== null); return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null; };

function options(series) {
  const all = shares(series.classes, clean() ? "values_clean" : "values", series.buckets.length);
  if (series.buckets.length < 2 || all.every((values) => values.every((value) => value === null))) return null;
  const lines = series.classes.map((one, i) => ({ label: one.name, values: all[i], color: `--class-${one.class_index}`, mean: mean(all[i]) ?? 0 })).filter((line) => line.values.some((value) => value !== null));
  const most = [...lines].sort((a, b) => b.mean - a.mean).slice(0, SHOWN_AT_FIRST);
  return {
    title: "Share of all players", subject: state.period + state.view, trove: true, x: series.buckets, lines, height: 340, fromZero: true,
    hidden: lines.filter((line) => !most.includes(line)).map((line) => line.label),
    marks: resets(series.buckets[0], series.buckets.at(-1), false),
    format: (value) => percent(value), axis: (value) => (value * 100).toFixed(1).replace(/\.0$/, "") + " %",
    note: "The greatest six are shown at first; the legend shows and hides classes. Shares are of all classes, also of those that are hidden. Trove time (UTC−11). There is no count for the hour of the weekly reset.",
  };
}

const nothingClean = () => empty("Not enough history", clean() ? "No established player was counted in this period." : "A chart needs two captures of this period.",
  clean() ? html`<button class="btn" type="button" @click=${() => choose({ view: "all" })}>Show all players</button>` : "");

function loadSeries() {
  controls();
  showChart(place("chart"), () => siteData("/leaderboards/class-activity/series", { period: state.period }), options, nothingClean(), 340);
}

// --- now ---

const parts = (now) => now.classes.map((one) => ({
  index: one.class_index, name: one.name, color: `var(--class-${one.class_index})`,
  players: clean() ? one.active_players_clean : one.active_players, share: clean() ? one.share_clean : one.share, effort: clean() ? one.effort_added_clean : one.effort_added,
}));

const columns = [
  { key: "name", label: "Class", view: (row) => html`<span class="class-name"><span class="swatch" style="--swatch:${row.color}"></span>${row.name}</span>` },
  { key: "share", label: "Share", num: true, view: (row) => percent(row.share) },
  { key: "players", label: "Players", num: true, view: (row) => number(row.players) },
  { key: "effort", label: "Effort added", num: true, view: (row) => number(row.effort) },
];

function present(now) {
  place("method").textContent = now.methodology ?? "";
  const rows = parts(now);
  const total = clean() ? now.total_active_clean : now.total_active;
  if (rows.length === 0) return empty("Nothing captured yet", "Counts appear with the first capture of the leaderboards.");
  if (!total) return empty("No established player yet", "Nobody clears the floors since the weekly reset.", html`<button class="btn" type="button" @click=${() => choose({ view: "all" })}>Show all players</button>`);
  queueMicrotask(() => table(rows));
  return html`<div class="now">
    <div class="card ring">${donut(rows.filter((row) => row.share).sort((a, b) => b.share - a.share).map((row) => ({ label: row.name, value: row.share, color: row.color })), `Shares of the classes, as in the table beside it`)}
      <div data-hook="stat"><strong>${number(total)}</strong> players of classes<br><span class="muted small">captured ${moment(now.window_end)}</span></div></div>
    <div id="table"></div></div>`;
}

function table(rows) {
  const inner = place("table");
  if (!inner) return;
  inner.kiwiTable ??= new DataTable(inner, { caption: "Classes now", columns, sort: { key: "share", up: false }, none: "No class is played" });
  inner.kiwiTable.show(rows);
}

function loadNow() {
  show(place("now"), () => siteData("/leaderboards/class-activity/current"), (now) => { floors = now; controls(); return present(now); }, html`<div class="card">${skeleton(14)}</div>`);
}

// --- choices ---

let floors = null;

const about = () => (floors?.power_rank_threshold ? `Established: at least ${number(floors.power_rank_threshold)} power rank and ${number(floors.effort_threshold)} effort in the class.` : "");

function controls() {
  render(html`${periods(state.period, (period) => choose({ period }))}
    <div class="row"><div class="row" role="group" aria-label="Who is counted" title=${about()}>${[["established", "Established"], ["all", "All"]].map(([view, label]) => html`
      <button type="button" class="chip" data-hook="view-toggle" data-view=${view} aria-pressed=${state.view === view} @click=${() => choose({ view })}>${label}</button>`)}</div></div>
    <p class="muted small about">${about()}</p>`, place("controls"));
}

function choose(changes) {
  state = { ...state, ...changes };
  const query = new URLSearchParams({ ...(state.period === "7d" ? {} : { period: state.period }), ...(state.view === "all" ? { view: "all" } : {}) }).toString();
  history.pushState(null, "", location.pathname + (query ? "?" + query : ""));
  loadSeries();
  loadNow();
}

addEventListener("popstate", () => { state = asked(); loadSeries(); loadNow(); });
loadSeries();
loadNow();
everySeconds(300, () => { loadSeries(); loadNow(); });
