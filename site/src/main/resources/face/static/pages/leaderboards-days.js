// Which capture is shown: the newest Trove days as chips, older ones by date, the hours of a day in a list.
import { html, render, nothing, siteData, ago } from "../design/core.js";
import { DAY, dayStart, dayName, startOfName, dayLabel, troveHour } from "./boards-shared.js";
import { view, go } from "./leaderboards-view.js";

const MOST = 365;
/** The game is of that year; a year that is being typed is earlier. */
const FIRST_DAY = "2015-01-01";

export class Days {
  /** @param newest anchors, newest first @param hot days with a chip @param failed what to do when a day cannot be read */
  constructor(place, newest, hot, failed) {
    Object.assign(this, { place, newest, hot, failed });
    this.older = new Map();
  }

  /** The capture that is shown: the newest when none was chosen. */
  get anchor() {
    return view.anchor ?? this.newest[0];
  }

  get today() {
    return dayStart(Date.now() / 1000);
  }

  /** Whether the list of the newest goes back to where that day begins. */
  isKnown(start) {
    return this.newest.length < MOST || this.newest.at(-1) < start;
  }

  of(start) {
    return this.isKnown(start) ? this.newest.filter((t) => dayStart(t) === start) : this.older.get(start) ?? [];
  }

  async load(start) {
    if (this.isKnown(start) || this.older.has(start)) return;
    const found = await siteData("/leaderboards/timestamps", { limit: 100, before: start + DAY });
    this.older.set(start, found.items.filter((t) => t >= start));
  }

  async choose(start) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      await this.load(start);
      // Something else was chosen meanwhile.
      if (turn !== this.turn) return;
      const captures = this.of(start);
      this.missing = captures.length ? null : start;
      captures.length ? go({ anchor: captures[0], page: null }) : this.draw();
    } catch (error) {
      if (turn === this.turn) this.failed(error);
    }
  }

  /** A capture that is known: nothing has to be looked up. */
  take(anchor) {
    this.turn = (this.turn ?? 0) + 1;
    go({ anchor, page: null });
  }

  /** Draws, and once more when the hours of an older day are known. */
  draw() {
    if (this.anchor !== this.drawn) this.missing = null;
    this.drawn = this.anchor;
    this.show();
    const start = dayStart(this.anchor);
    if (!this.isKnown(start) && !this.older.has(start)) this.load(start).then(() => this.show(), this.failed);
  }

  show() {
    const shown = dayStart(this.anchor);
    const chips = Array.from({ length: this.hot }, (_, i) => this.today - i * DAY);
    const older = chips.includes(shown) ? "" : dayName(shown);
    render(html`
      <div class="row" role="group" aria-label="Trove day">${chips.map((start, i) => this.chip(start, i, shown))}</div>
      <label class="lb-date"><span>Older day</span>
        <input class="input" type="date" data-hook="older-day" .value=${older} min=${FIRST_DAY} max=${dayName(this.today)} @change=${(event) => event.target.value >= FIRST_DAY && this.choose(startOfName(event.target.value))}></label>
      ${this.hours(shown)}
      <p class="muted small lb-when" role="status">${this.missing ? `There is no capture of ${dayName(this.missing)}.` : html`Captured ${ago(this.anchor)}`}</p>`, this.place);
  }

  chip(start, i, shown) {
    const captures = this.of(start);
    const text = i === 0 ? "Today" : i === 1 ? "Yesterday" : dayLabel(start);
    return html`<button type="button" class="chip" data-hook="day" data-day=${dayName(start)} aria-pressed=${start === shown} ?disabled=${this.isKnown(start) && captures.length === 0} @click=${() => this.choose(start)}>${text}${i === 0 && captures.length ? html` <span class="small">${ago(captures[0])}</span>` : nothing}</button>`;
  }

  hours(shown) {
    const captures = this.of(shown);
    if (captures.length < 2) return nothing;
    return html`<label class="lb-date"><span>Time</span>
      <select class="input" @change=${(event) => this.take(Number(event.target.value))}>
        ${captures.map((t) => html`<option value=${t} ?selected=${t === this.anchor} .selected=${t === this.anchor}>${troveHour(t)}</option>`)}</select></label>`;
  }
}
