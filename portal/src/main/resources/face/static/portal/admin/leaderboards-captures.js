// Which captures are held, and how whole each is.
import { html, show, number, moment, ago, render } from "../../design/core.js";
import { ChartCard } from "../../design/chart.js";
import { api } from "../api.js";
import { chips, stat, tableOf } from "./parts.js";

const AT_ONCE = 10_000;
const SPANS = [[7, "7 days"], [30, "30 days"], [365, "A year"], [0, "All"]];

export class Captures {
  constructor(place) {
    Object.assign(this, { place, days: 30, chartPlace: document.createElement("div") });
    this.list = tableOf({ caption: "Captures", columns: COLUMNS, sort: { key: "anchor", up: false }, pageSize: 50, rowHook: "capture-row", none: "No capture in this time" });
  }

  load() {
    render(html`${chips("Period", SPANS, this.days, (days) => { this.days = days; this.load(); })}<div id="captures" style="min-height:40rem"></div>`, this.place);
    return show(this.place.querySelector("#captures"), () => this.read(), (captures) => this.view(captures));
  }

  async read() {
    let after = this.days ? Math.floor(Date.now() / 1000) - this.days * 86_400 : 0;
    const all = [];
    while (after !== null) {
      const page = await api.get("/admin/leaderboards/captures", { after, limit: AT_ONCE });
      all.push(...page.items);
      after = page.items.length < AT_ONCE ? null : page.next_after;
    }
    return all;
  }

  view(captures) {
    this.list.table.show(captures);
    queueMicrotask(() => this.chart(captures));
    const newest = captures.at(-1);
    return html`<div class="stack"><div class="stats">${stat("Captures", number(captures.length))}${stat("Newest", newest ? ago(newest.anchor) : "none", newest ? moment(newest.anchor) : "")}${stat("Boards in it", number(newest?.boards))}${stat("Entries in it", number(newest?.entries))}</div>
      <div style="min-height:20rem">${this.chartPlace}</div>${this.list.place}</div>`;
  }

  chart(captures) {
    const options = { title: "Entries of each capture", x: captures.map((each) => each.anchor), lines: [{ label: "Entries", values: captures.map((each) => each.entries) }], kind: "area", height: 220, note: "A dip is a capture that lacks boards." };
    this.card ? this.card.update(options) : (this.card = new ChartCard(this.chartPlace, options));
  }
}

const COLUMNS = [
  { key: "anchor", label: "Taken", view: (row) => html`<span class="nowrap">${moment(row.anchor)}</span><br><code class="small muted">${row.anchor}</code>` },
  { key: "boards", label: "Boards", num: true, view: (row) => number(row.boards) },
  { key: "entries", label: "Entries", num: true, view: (row) => number(row.entries) },
  { key: "ingested_at", label: "Filed", view: (row) => html`<span class="nowrap">${moment(row.ingested_at)}</span>` },
  { key: "sha256", label: "Blob", sort: false, view: (row) => html`<code title=${row.sha256}>${row.sha256.slice(0, 12)}…</code>` },
];
