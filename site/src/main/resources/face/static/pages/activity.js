// How many people play: now, and over seven periods.
import { html, render, show, empty, siteData, everySeconds, number, moment, ago, skeleton } from "../design/core.js";
import { ChartCard } from "../design/chart.js";
import { DataTable } from "../design/table.js";
import { periodOfAddress, periodButtons, resets } from "../site/periods.js";

let period = periodOfAddress();
const place = (id) => document.getElementById(id);
const stat = (label, value, note) => html`<div class="card stat" data-hook="stat"><span class="label">${label}</span><span class="value">${value}</span><span class="muted small">${note}</span></div>`;

const now = (current) => {
  queueMicrotask(() => boards(current.by_board ?? []));
  return current.estimate == null
    ? empty("Nobody has been counted yet", "Two captures are needed.")
    : html`<div class="grid fit" style="--least:13rem">
      ${stat("Playing in the last hour", "~" + number(current.estimate), html`as of ${ago(current.window_end)}`)}
      ${stat("Different players in 24 hours", current.estimate_24h == null ? "–" : number(current.estimate_24h), `${number(current.span_24h_hours, 0)} hours covered`)}
      ${stat("Different players in 7 days", current.estimate_7d == null ? "–" : number(current.estimate_7d), `${number(current.span_7d_hours, 0)} hours covered`)}
    </div>`;
};

function boards(rows) {
  new DataTable(place("boards"), {
    caption: "Active players by board", pageSize: 15, filter: (row) => `${row.name} ${row.category}`, none: "No board has been counted yet",
    columns: [{ key: "name", label: "Board", view: (row) => html`<a href="/leaderboards#board=${row.uuid}">${row.name}</a>` }, { key: "category", label: "Category" }, { key: "active_players", label: "Active players", num: true, view: (row) => number(row.active_players) }],
  }).show(rows);
}

function chart(series) {
  const known = series.points.filter((point) => point.active != null);
  if (known.length < 2) return empty("Not enough history", "Choose a longer period, or come back later.");
  const peak = known.reduce((a, b) => (b.peak > a.peak ? b : a));
  const quietest = known.reduce((a, b) => (b.active < a.active ? b : a));
  const average = known.reduce((sum, point) => sum + point.active, 0) / known.length;
  queueMicrotask(() => {
    const box = document.getElementById("chart");
    if (box) new ChartCard(box, {
      title: "Active players an hour", kind: "area", trove: true, height: 340, format: (value) => number(value, 0),
      x: series.points.map((point) => point.t),
      lines: [{ label: "Active players", values: series.points.map((point) => point.active) }],
      marks: period === "1d" || period === "7d" ? resets(series.window_start, series.window_end, false) : [],
      note: "Drag over the chart to look closer.",
    });
  });
  return html`<div id="chart"></div><div class="grid fit" style="--least:13rem;margin-top:var(--space-4)">
    ${stat("Peak", number(peak.peak, 0), moment(peak.t))}${stat("Average", number(average, 0), `over ${known.length} points`)}${stat("Quietest", number(quietest.active, 0), moment(quietest.t))}</div>`;
}

const loadNow = () => show(place("now"), () => siteData("/leaderboards/activity"), now, skeleton(3, "2rem"));
// Drawn anew for each period: a chart belongs to its place.
function loadSeries() {
  const box = document.createElement("div");
  place("series").replaceChildren(box);
  show(box, () => siteData("/leaderboards/activity/series", { period }), chart, html`<div class="skeleton" data-hook="loading" style="height:28rem"></div>`);
}
function choose(id) {
  period = id;
  render(periodButtons(period, choose), place("periods"));
  loadSeries();
}

choose(period);
loadNow();
everySeconds(60, loadNow);
