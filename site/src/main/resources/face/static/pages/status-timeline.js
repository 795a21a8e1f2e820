// How one server stood over a window of time: a bar to hover and zoom, and the same as a table.
import { html, moment, day, duration, badge, nothing } from "../design/core.js";

const WORDS = { online: ["online", "good"], maintenance: ["maintenance", "warn"], down: ["down", "bad"], uncovered: ["not watched", ""] };
/** A drag of less than this part of the bar was a press. */
const LEAST = 0.01;

export class StatusTimeline {
  /** @param changed called when it has to be drawn again */
  constructor(changed) {
    this.changed = changed;
    this.asTable = false;
    this.whole();
  }

  whole() {
    this.zoom = null;
    this.start = null;
  }

  view(history) {
    const window = this.zoom ?? { from: history.window_start, to: history.window_end };
    const shown = pieces(history).map((one) => cut(one, window)).filter(Boolean);
    return html`<div class="row" style="justify-content:flex-end">
        ${this.zoom && !this.asTable ? html`<button class="btn s quiet" type="button" data-hook="timeline-whole" @click=${() => { this.whole(); this.changed(); }}>Whole range</button>` : nothing}
        <button class="btn s" type="button" data-hook="timeline-table" aria-pressed=${this.asTable} @click=${() => { this.asTable = !this.asTable; this.changed(); }}>${this.asTable ? "Chart" : "Table"}</button></div>
      ${this.asTable ? table(pieces(history)) : this.bar(shown, window)}`;
  }

  bar(shown, window) {
    const length = window.to - window.from;
    return html`<div class="timeline-bar" data-hook="timeline" role="list" aria-label="Times of each status, oldest first" @pointerdown=${(event) => { this.start = part(event); }} @pointerup=${(event) => this.select(event, window)}>${shown.map((one) => html`
      <span role="listitem" class=${one.status} data-hook="bar-segment" data-status=${one.status} style="--part:${(((one.to - one.from) / length) * 100).toFixed(4)}%;flex-shrink:1" title=${told(one)}><span class="hidden-text">${told(one)}</span></span>`)}</div>
      <div class="bar-scale muted small" aria-hidden="true"><span>${length < 2 * 86400 ? moment(window.from) : day(window.from)}</span><span>${this.zoom ? moment(window.to) : "now"}</span></div>
      <div class="keys small muted" aria-hidden="true"><span><i class="swatch" style="--swatch:var(--good)"></i>online</span><span><i class="swatch" style="--swatch:var(--warn)"></i>maintenance</span><span><i class="swatch" style="--swatch:var(--bad)"></i>down</span><span><i class="swatch" style="--swatch:var(--line)"></i>not watched</span><span>Drag to zoom.</span></div>`;
  }

  select(event, { from, to }) {
    const parts = [this.start ?? 0, part(event)].sort((a, b) => a - b);
    if (this.start !== null && parts[1] - parts[0] > LEAST) {
      this.zoom = { from: from + parts[0] * (to - from), to: from + parts[1] * (to - from) };
      this.changed();
    }
    this.start = null;
  }
}

/** Where on the bar, from 0 to 1. */
function part(event) {
  const box = event.currentTarget.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
}

/** The segments, with what nobody watched before the first. */
function pieces(history) {
  const { segments, window_start: start, window_end: end } = history;
  const known = segments.map((one) => ({ ...one, from: one.started_at, to: one.started_at + one.duration_seconds }));
  const first = known[0]?.from ?? end;
  return first > start ? [{ status: "uncovered", started_at: start, ended_at: first, from: start, to: first, duration_seconds: first - start }, ...known] : known;
}

function cut(one, { from, to }) {
  return one.from < to && one.to > from ? { ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) } : null;
}

const told = (one) => `${WORDS[one.status][0]}, ${moment(one.started_at)} to ${one.ended_at ? moment(one.ended_at) : "now"} (${duration(one.duration_seconds)})`;

const table = (all) => html`<div class="table-wrap" style="max-height:24rem" tabindex="0" role="region" aria-label="Times of each status as a table"><table>
  <thead><tr><th scope="col">Status</th><th scope="col">From</th><th scope="col">Until</th><th scope="col" class="num">For</th></tr></thead>
  <tbody>${all.toReversed().map((one) => html`<tr><td>${badge(...WORDS[one.status])}</td><td class="nowrap">${moment(one.started_at)}</td><td class="nowrap">${one.ended_at ? moment(one.ended_at) : "now"}</td><td class="num nowrap">${duration(one.duration_seconds)}</td></tr>`)}</tbody></table></div>`;
