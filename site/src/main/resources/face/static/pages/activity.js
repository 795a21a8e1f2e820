// How many people play: now, over a day and a week, and the history of a period.
import { html, render, show, siteData, number, ago, utcDay, utcMoment, empty, everySeconds, skeleton, nothing } from "../design/core.js";
import { DataTable } from "../design/table.js";
import { TROVE_OFFSET } from "../design/chart.js";
import { PERIODS, periods, resets, showChart } from "../site/live.js";

const place = (id) => document.getElementById(id);
const asked = () => { const period = new URLSearchParams(location.search).get("period")?.toLowerCase(); return PERIODS.includes(period) ? period : "7d"; };
let period = asked();

const trove = (t) => t + TROVE_OFFSET;

// --- now ---

const estimate = (value) => (value === null ? "–" : "~" + number(value));

const live = (now) => html`<div class="card live">
  <div data-hook="stat"><div class="muted small"><span class="pulse ${now.estimate === null ? "still" : ""}"></span>Playing now</div>
    <div class="big" data-hook="live">${estimate(now.estimate)}</div>
    <div class="muted small">${now.window_end ? html`captured ${ago(now.window_end)}` : "Two captures an hour apart are needed."}</div></div>
  <div class="spans">
    <span data-hook="stat"><strong>${estimate(now.estimate_24h)}</strong> in ${span(now.span_24h_hours, "24 h")}</span>
    <span data-hook="stat"><strong>${estimate(now.estimate_7d)}</strong> in ${span(now.span_7d_hours, "7 days")}</span>
  </div></div>`;

// While there is less history than the name says, the chip says how much there is.
const span = (hours, name) => (hours !== null && name === "7 days" && hours < 160 ? `${number(hours, 0)} h so far` : hours !== null && hours < 22 ? `${number(hours, 0)} h so far` : name);

let boards = null;

function loadLive() {
  show(place("live"), () => siteData("/leaderboards/activity"), (now) => {
    place("method").textContent = now.methodology ?? "";
    place("boards").hidden = now.by_board.length === 0;
    boards ??= new DataTable(place("board-table"), {
      caption: "Boards on which scores rose", filter: (row) => `${row.name} ${row.category}`, pageSize: 20, sort: { key: "active_players", up: false },
      columns: [{ key: "name", label: "Board", view: (row) => html`<a href="/leaderboards#board=${row.uuid}">${row.name}</a>` }, { key: "category", label: "Category" }, { key: "active_players", label: "Players", num: true }],
    });
    boards.show(now.by_board);
    return live(now);
  }, html`<div class="card">${skeleton(3)}</div>`);
}

// --- a period ---

const stat = (label, value, note) => html`<div class="card stat" data-hook="stat"><span class="label">${label}</span><span class="value">${value}</span><span class="note">${note}</span></div>`;

function stats(series) {
  const points = series?.points ?? [];
  if (points.length < 2) { render(nothing, place("stats")); return; }
  const quiet = points.reduce((least, point) => (point.active < least.active ? point : least));
  const when = (t) => (series.bucket_seconds < 86400 ? utcMoment(trove(t)) + " Trove time" : utcDay(trove(t)));
  render(html`<div class="grid fit" style="--least:14rem">
    ${stat("Peak", number(series.peak.active, 1), when(series.peak.t))}
    ${stat("Average", number(series.average, 1), "players an hour")}
    ${stat("Quietest", number(quiet.active, 1), when(quiet.t))}</div>`, place("stats"));
}

function options(series) {
  if (series.points.length < 2) return null;
  const x = series.points.map((point) => point.t);
  const hourly = series.bucket_seconds === 3600 && x.at(-1) - x[0] < 8 * 86400;
  const lines = [{ label: "Players an hour", values: series.points.map((point) => point.active) }];
  if (!hourly) lines.push({ label: "Busiest hour", values: series.points.map((point) => point.peak), dash: [4, 4], color: "--chart-2" });
  return {
    title: "Players an hour", subject: period, kind: "area", trove: true, x, lines, marks: hourly ? resets(x[0], x.at(-1), true) : [],
    format: (value) => number(value, 1),
    note: hourly ? "Trove time (UTC−11): the day and its dashed line begin at 00:00, the week and its full line on Monday." : "Trove time (UTC−11).",
  };
}

function loadSeries() {
  render(periods(period, choose), place("periods"));
  const wanted = period;
  showChart(place("chart"), async () => {
    const series = await siteData("/leaderboards/activity/series", { period: wanted }).catch((error) => { if (wanted === period) stats(null); throw error; });
    if (wanted === period) stats(series);
    return series;
  }, options, empty("Not enough history", "A chart needs two captures of this period. Come back in some hours."));
}

function choose(next) {
  if (next === period) return;
  period = next;
  history.pushState(null, "", next === "7d" ? location.pathname : "?period=" + next);
  loadSeries();
}

addEventListener("popstate", () => { period = asked(); loadSeries(); });
render(html`<div class="grid fit" style="--least:14rem">${[1, 2, 3].map(() => html`<div class="card">${skeleton(2)}</div>`)}</div>`, place("stats"));
loadLive();
loadSeries();
everySeconds(60, loadLive);
everySeconds(300, loadSeries);
