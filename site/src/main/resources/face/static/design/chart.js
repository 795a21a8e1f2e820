// Charts over time: hover, zoom by dragging, ranges, a legend that switches lines, and the same data as a table.
import uPlot from "/static/vendor/uplot/uPlot.esm.js";
import { html, render, nothing, live, number, moment, day, utcDay, utcMoment, compact } from "./core.js";

export const TROVE_OFFSET = -11 * 3600;
const PALETTE = 8;
/** Rows of a table that are there at first, and that each press adds. */
const ROWS = 500;
const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const alive = new Set();
const byPlace = new WeakMap();

// uPlot writes times as Americans do. A row: seconds between ticks from which it holds, the text of a tick, and what
// stands below it where a year, month, day, hour, minute or second begins.
const TIMES = [
  [365 * 86400, "{YYYY}", null, null, null, null, null, null, 1],
  [28 * 86400, "{MMM}", "\n{YYYY}", null, null, null, null, null, 1],
  [86400, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1],
  [60, "{HH}:{mm}", "\n{D} {MMM} {YYYY}", null, "\n{D} {MMM}", null, null, null, 1],
  [1, "{HH}:{mm}:{ss}", "\n{D} {MMM} {YYYY}", null, "\n{D} {MMM}", null, null, null, 1],
];

/** A line's colour: one of the palette by its place, or its own, which may be the name of a token. */
export const lineColor = (line, i) => (line.color?.startsWith("--") ? color(line.color) : line.color ?? color(`--chart-${(i % PALETTE) + 1}`));

// The canvas knows no tokens: another theme draws all charts anew.
new MutationObserver(() => {
  for (const chart of [...alive]) chart.place.isConnected ? chart.draw() : chart.end();
}).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });

/**
 * A card with one chart.
 *
 * @param title what it shows
 * @param x unix seconds, ascending
 * @param lines [{label, values (null: a gap), color, dash, width}] of the same length as x
 * @param kind line, area or bars
 * @param trove true: the time axis is Trove time, UTC−11
 * @param utc true: the time axis is UTC, for data that belongs to its days
 * @param marks [{at, label, strong}] vertical lines
 * @param format how a value is written
 * @param reversed true: one at the top, as ranks are
 * @param subject what tells an update of the same from something else, which is shown whole
 */
export class ChartCard {
  constructor(place, options) {
    this.place = place;
    this.options = { kind: "line", height: 300, format: (v) => number(v), axis: (v) => compact(v), marks: [], trove: false, utc: false, reversed: false, hook: "chart", tools: nothing, note: nothing, fromZero: false, ...options };
    this.hidden = new Set(options.hidden ?? []);
    this.asTable = false;
    this.rows = ROWS;
    /** What is shown of the time, {min, max}; null for all. */
    this.zoom = null;
    this.resize = new ResizeObserver(() => this.fit());
    // uPlot follows the page's scrolling for each chart that nobody has ended.
    byPlace.get(place)?.end();
    for (const chart of [...alive]) if (!chart.place.isConnected) chart.end();
    byPlace.set(place, this);
    this.draw();
  }

  /** @param options with the same subject as before, the zoom stays */
  update(options) {
    if (options.subject === undefined || options.subject !== this.options.subject) this.zoom = null;
    Object.assign(this.options, options);
    this.draw();
  }

  /** Another call of update or draw begins it anew. */
  end() {
    alive.delete(this);
    this.chart?.destroy();
    this.chart = null;
    this.resize.disconnect();
  }

  get ended() {
    return !alive.has(this);
  }

  draw() {
    alive.add(this);
    const { title, lines, tools, note, hook, height } = this.options;
    render(html`
      <figure class="card chart-card" style="margin:0" data-hook=${hook}>
        <header class="row between"><h3>${title}</h3>
          <div class="row">${tools}
            <button class="btn s quiet" type="button" data-hook="chart-whole" .hidden=${live(!this.zoom || this.asTable)} @click=${() => this.whole()}>Whole range</button>
            <button class="btn s" type="button" data-hook="chart-table" aria-pressed=${this.asTable} @click=${() => { this.asTable = !this.asTable; this.draw(); }}>${this.asTable ? "Chart" : "Table"}</button>
          </div></header>
        ${lines.length > 1 ? html`<div class="chart-legend">${lines.map((line, i) => html`
          <button type="button" class="legend-item" data-hook="legend-item" aria-pressed=${!this.hidden.has(line.label)} @click=${() => this.toggle(line.label)}>
            <span class="swatch" style="--swatch:${lineColor(line, i)}"></span>${line.label}</button>`)}</div>` : nothing}
        <div class="chart-body" style="--chart-height:${height}px" ?hidden=${this.asTable} role="img" aria-label="${title}. The button Table shows the same data as text."></div>
        ${this.asTable ? this.table() : nothing}
        ${note === nothing ? nothing : html`<figcaption class="muted small">${note}</figcaption>`}
      </figure>`, this.place);
    this.plot();
  }

  toggle(label) {
    this.hidden.has(label) ? this.hidden.delete(label) : this.hidden.add(label);
    this.draw();
  }

  whole() {
    this.zoom = null;
    this.draw();
  }

  table() {
    const { x, lines, format, title } = this.options;
    const from = Math.max(0, x.length - this.rows);
    return html`<div class="table-wrap" style="max-height:24rem" tabindex="0" role="region" aria-label="${title} as a table"><table>
      <thead><tr><th scope="col">Time</th>${lines.map((line) => html`<th scope="col" class="num">${line.label}</th>`)}</tr></thead>
      <tbody>${x.slice(from).map((t, k) => x.length - 1 - k).map((i) => html`<tr><td class="nowrap">${this.time(x[i])}</td>${lines.map((line) => html`<td class="num">${line.values[i] == null ? "–" : format(line.values[i])}</td>`)}</tr>`)}</tbody>
    </table></div>${from > 0 ? html`<p class="muted small">The newest ${number(this.rows)} of ${number(x.length)} points. <button class="btn s" type="button" data-hook="chart-more" @click=${() => { this.rows += ROWS; this.draw(); }}>Older ones</button></p>` : nothing}`;
  }

  time(t) {
    const { x, trove, utc } = this.options;
    const wide = x.length > 1 && x[1] - x[0] >= 86400;
    if (!trove && !utc) return wide ? day(t) : moment(t);
    const shifted = trove ? t + TROVE_OFFSET : t;
    return wide || utc ? utcDay(shifted) : utcMoment(shifted) + " Trove time";
  }

  plot() {
    this.chart?.destroy();
    this.chart = null;
    this.resize.disconnect();
    const body = this.place.querySelector(".chart-body");
    const { x, lines } = this.options;
    if (!body || this.asTable || x.length === 0) return;
    body.replaceChildren();
    const tip = document.createElement("div");
    tip.className = "chart-tip";
    tip.hidden = true;
    const zoom = this.zoom;
    this.chart = new uPlot(this.settings(body, tip), [x, ...lines.map((line) => line.values)], body);
    if (zoom) this.chart.setScale("x", zoom);
    body.append(tip);
    this.resize.observe(body);
  }

  fit() {
    const body = this.place.querySelector(".chart-body");
    if (this.chart && body?.clientWidth && body.clientWidth !== this.chart.width) this.chart.setSize({ width: body.clientWidth, height: this.options.height });
  }

  settings(body, tip) {
    const { kind, lines, trove, utc, height, axis, reversed, fromZero, marks } = this.options;
    const line = color("--line"), muted = color("--muted");
    const scale = (stroke) => ({ stroke: muted, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: "12px system-ui", ...stroke });
    return {
      width: body.clientWidth || 600, height,
      tzDate: (t) => (trove || utc ? uPlot.tzDate(new Date((trove ? t + TROVE_OFFSET : t) * 1000), "Etc/UTC") : new Date(t * 1000)),
      scales: { x: kind === "bars" ? { range: (u, least, most) => this.aroundBars(least, most) } : {}, y: { dir: reversed ? -1 : 1, range: (u, least, most) => this.range(least, most, fromZero || kind !== "line") } },
      axes: [scale({ space: 70, values: TIMES }), scale({ size: 56, values: (u, all) => all.map((v) => (v == null ? "" : axis(v))) })],
      legend: { show: false },
      cursor: { drag: { x: true, y: false, setScale: true }, points: { size: 7 }, y: false },
      series: [{}, ...lines.map((each, i) => this.series(each, i, kind))],
      hooks: {
        setCursor: [(u) => this.tip(u, tip)],
        setScale: [(u, key) => { if (key === "x") this.scaled(u.scales.x); }],
        draw: [(u) => this.mark(u, marks)],
      },
    };
  }

  scaled({ min, max }) {
    const { x } = this.options;
    this.zoom = min > x[0] || max < x.at(-1) ? { min, max } : null;
    const whole = this.place.querySelector("[data-hook=chart-whole]");
    if (whole) whole.hidden = !this.zoom || this.asTable;
  }

  /** The first and the last bar are as wide as the others. */
  aroundBars(least, most) {
    const { x } = this.options;
    const half = x.length > 1 ? (x[1] - x[0]) / 2 : 43_200;
    return [least - half, most + half];
  }

  range(least, most, zero) {
    if (least == null || most == null) return [0, 1];
    const low = zero ? Math.min(0, least) : least, span = most - low || Math.abs(most) || 1;
    return [zero ? low : low - span * 0.06, most + span * 0.08];
  }

  series(each, i, kind) {
    const stroke = lineColor(each, i);
    const bars = kind === "bars" ? { paths: uPlot.paths.bars({ size: [0.7, 64], radius: 0.15 }) } : {};
    const points = { show: this.options.x.length < 3, size: 7 };
    return { label: each.label, show: !this.hidden.has(each.label), stroke, width: each.width ?? 2, dash: each.dash, spanGaps: false, points, fill: kind === "area" ? stroke + "2e" : kind === "bars" ? stroke + "b0" : undefined, ...bars };
  }

  tip(u, tip) {
    const i = u.cursor.idx;
    if (i == null || u.cursor.left < 0) { tip.hidden = true; return; }
    const { x, lines, format } = this.options;
    const shown = lines.map((each, k) => ({ each, k, value: each.values[i] })).filter(({ each, value }) => value != null && !this.hidden.has(each.label));
    if (lines.length > 3) shown.sort((a, b) => b.value - a.value);
    render(html`<strong>${this.time(x[i])}</strong>${shown.slice(0, 12).map(({ each, k, value }) => html`<div class="row between" style="flex-wrap:nowrap"><span class="row" style="flex-wrap:nowrap"><span class="swatch" style="--swatch:${lineColor(each, k)}"></span><span class="clip">${each.label}</span></span><span class="num">${format(value)}</span></div>`)}`, tip);
    tip.hidden = false;
    const right = u.cursor.left > u.over.clientWidth / 2;
    tip.style.left = right ? "auto" : `${u.cursor.left + u.over.offsetLeft + 16}px`;
    tip.style.right = right ? `${u.over.parentElement.clientWidth - u.over.offsetLeft - u.cursor.left + 16}px` : "auto";
    tip.style.top = "12px";
  }

  mark(u, marks) {
    const { ctx } = u;
    ctx.save();
    ctx.strokeStyle = color("--line-strong");
    ctx.fillStyle = color("--muted");
    ctx.textAlign = "left";
    ctx.font = `${11 * devicePixelRatio}px system-ui`;
    for (const { at, label, strong } of marks) {
      ctx.setLineDash(strong ? [] : [4 * devicePixelRatio, 4 * devicePixelRatio]);
      ctx.lineWidth = (strong ? 2 : 1) * devicePixelRatio;
      const left = u.valToPos(at, "x", true);
      if (left < u.bbox.left || left > u.bbox.left + u.bbox.width) continue;
      ctx.beginPath();
      ctx.moveTo(left, u.bbox.top);
      ctx.lineTo(left, u.bbox.top + u.bbox.height);
      ctx.stroke();
      if (label) ctx.fillText(label, left + 4 * devicePixelRatio, u.bbox.top + 12 * devicePixelRatio);
    }
    ctx.restore();
  }
}
