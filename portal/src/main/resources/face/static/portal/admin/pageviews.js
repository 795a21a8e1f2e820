// Views of the website: over time, and by page.
import { html, render, show, number, asDate } from "../../design/core.js";
import { ChartCard } from "../../design/chart.js";
import { meter } from "../../design/shapes.js";
import { api } from "../api.js";
import { periods, poll, renew, stat, tableOf } from "./parts.js";

const TOP = 10;
/** As many as the server tells. */
const MOST_PAGES = 1000;

export function mount(place, { signal }) {
  const views = new PageViews(place);
  views.start();
  poll(() => 30, () => views.load(renew), signal);
}

class PageViews {
  constructor(place) {
    Object.assign(this, { place, days: 30, chartPlace: document.createElement("div") });
    this.pages = tableOf({ caption: "Pages", filter: (row) => row.path, columns: COLUMNS, sort: { key: "views", up: false }, pageSize: 25, rowHook: "page-row", none: "No page was looked at in this time" });
  }

  start() {
    render(html`${periods(this.days, (days) => { this.days = days; this.start(); }, [1, 7, 30, 90, 365])}<div id="shown" style="min-height:50rem"></div>`, this.place);
    this.load();
  }

  /** @param how show or renew */
  load(how = show) {
    return how(this.place.querySelector("#shown"), () => api.get("/admin/pageviews", { days: this.days, series: true, top: MOST_PAGES }), (found) => this.view(found));
  }

  view(found) {
    this.pages.table.show(found.pages);
    queueMicrotask(() => this.chart(found));
    return html`<div class="stack"><div class="stats">
        ${stat("Views", number(found.total_views))}
        ${stat("Visitors", number(found.unique_visitors), "different ones, by day")}
        ${stat("Views today", number(found.views_today), "since 00:00 UTC")}</div>
      <div style="min-height:24rem">${this.chartPlace}</div>
      <section class="card stack"><h2>Most viewed</h2>${bars(found.pages.slice(0, TOP))}</section>
      <section class="stack"><h2>All pages</h2>${this.pages.place}</section></div>`;
  }

  chart({ series, granularity }) {
    const lines = [{ label: "Views", values: series.map((each) => each.views) }, { label: "Visitors", values: series.map((each) => each.unique_visitors) }];
    const options = { title: granularity === "hour" ? "Views and visitors per hour" : "Views and visitors per day", x: series.map((each) => asDate(each.bucket).getTime() / 1000), lines, kind: "line", fromZero: true, utc: granularity === "day" };
    if (this.card && !this.card.ended && this.card.options.title === options.title && sameEnds(this.card.options, options)) return;
    this.card ? this.card.update(options) : (this.card = new ChartCard(this.chartPlace, options));
  }
}

// A chart that shows the same is left alone: a zoomed one would lose its range.
const sameEnds = (a, b) => a.x.length === b.x.length && a.lines.every((line, i) => line.values.every((value, k) => value === b.lines[i].values[k]));

function bars(pages) {
  const most = Math.max(1, ...pages.map((page) => page.views));
  if (!pages.length) return html`<p class="muted">No page was looked at in this time.</p>`;
  return html`<ol class="bars">${pages.map((page) => html`<li><code title=${page.path}>${page.path}</code>${meter(page.views / most, `Views of ${page.path}`)}<span class="num">${number(page.views)}</span></li>`)}</ol>`;
}

const COLUMNS = [
  { key: "path", label: "Page", view: (row) => html`<code>${row.path}</code>` },
  { key: "views", label: "Views", num: true, view: (row) => number(row.views) },
  { key: "unique_visitors", label: "Visitors", num: true, view: (row) => number(row.unique_visitors) },
];
