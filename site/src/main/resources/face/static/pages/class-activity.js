// The share of each class, over time and now.
import { html, render, show, empty, siteData, number, percent, ago } from "../design/core.js";
import { ChartCard } from "../design/chart.js";
import { DataTable } from "../design/table.js";
import { donut } from "../design/shapes.js";
import { periodOfAddress, periodButtons, resets } from "../site/periods.js";

const place = (id) => document.getElementById(id);
let period = periodOfAddress();
let clean = true;
let current = null;
let series = null;

/** Fixed for each class: the same hue in every chart, as light as the theme needs. */
const color = (index) => `oklch(${document.documentElement.dataset.theme === "dark" ? 78 : 52}% 0.15 ${(index * 137.5) % 360})`;
const canvasColor = (index) => {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = color(index);
  probe.fillRect(0, 0, 1, 1);
  return "#" + [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("");
};

/** Each class's part of all classes at each moment, in percent; null where nothing was measured. */
function shares({ buckets, classes }) {
  const of = (each) => (clean ? each.values_clean : each.values);
  const whole = buckets.map((_, i) => classes.reduce((sum, each) => sum + (of(each)[i] ?? 0), 0));
  return classes.map((each) => of(each).map((value, i) => (value == null || whole[i] === 0 ? null : (value / whole[i]) * 100)));
}

function chart(loaded) {
  series = loaded;
  const lines = shares(series);
  const points = lines[0]?.filter((value) => value != null).length ?? 0;
  if (points < 2) return empty("Not enough history", clean ? "No established players were seen in this time. Try All." : "Choose a longer period, or come back later.");
  queueMicrotask(() => {
    const box = document.getElementById("chart");
    if (box) new ChartCard(box, {
      title: "Share of all classes", trove: true, height: 380, format: (value) => value.toFixed(1) + " %", axis: (value) => value.toFixed(0) + " %",
      x: series.buckets,
      lines: series.classes.map((each, i) => ({ label: each.name, values: lines[i], color: canvasColor(each.class_index), width: 1.5 })),
      marks: resets(series.window_start, series.window_end, true),
      note: series.methodology,
    });
  });
  return html`<div id="chart"></div>`;
}

function now(loaded) {
  current = loaded;
  const total = clean ? current.total_active_clean : current.total_active;
  if (!total) return empty(clean ? "No established players yet" : "Nobody has been counted yet", clean ? "Try All." : "Two captures are needed.");
  const rows = current.classes.map((each) => ({
    name: each.name, index: each.class_index,
    share: clean ? each.share_clean : each.share, players: clean ? each.active_players_clean : each.active_players, effort: clean ? each.effort_added_clean : each.effort_added,
  })).sort((a, b) => b.players - a.players);
  queueMicrotask(() => table(rows));
  return html`<p class="muted">${number(total)} heads on class boards, as of ${ago(current.window_end)}.</p>
    <div class="split"><div class="card">${donut(rows.map((row) => ({ label: row.name, value: row.players, color: color(row.index) })), "Shares of classes now; the table says the same")}</div><div id="classes"></div></div>`;
}

function table(rows) {
  new DataTable(place("classes"), {
    caption: "Classes now", pageSize: 20,
    columns: [
      { key: "name", label: "Class", view: (row) => html`<span class="row"><span class="swatch" style="--swatch:${color(row.index)}"></span>${row.name}</span>` },
      { key: "share", label: "Share", num: true, view: (row) => percent(row.share) },
      { key: "players", label: "Players", num: true, view: (row) => number(row.players) },
      { key: "effort", label: "Effort added", num: true, view: (row) => number(row.effort) },
    ],
  }).show(rows);
}

function draw() {
  render(periodButtons(period, (id) => { period = id; load(); }), place("periods"));
  render(html`<div class="row" role="group" aria-label="Who counts" data-hook="view-toggle">
    <button type="button" class="chip" aria-pressed=${clean} @click=${() => { clean = true; again(); }}>Established</button>
    <button type="button" class="chip" aria-pressed=${!clean} @click=${() => { clean = false; again(); }}>All</button></div>`, place("view"));
}

const fresh = (id) => { const box = document.createElement("div"); place(id).replaceChildren(box); return box; };
const waiting = html`<div class="skeleton" data-hook="loading" style="height:30rem"></div>`;

/** What is there is shown in the other view without asking for it again. */
function again() {
  draw();
  show(fresh("series"), async () => series ?? siteData("/leaderboards/class-activity/series", { period }), chart, waiting);
  show(fresh("now"), async () => current ?? siteData("/leaderboards/class-activity/current"), now, waiting);
}

function load() {
  draw();
  show(fresh("series"), () => siteData("/leaderboards/class-activity/series", { period }), chart, waiting);
}

draw();
load();
show(fresh("now"), () => siteData("/leaderboards/class-activity/current"), now, waiting);
new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
