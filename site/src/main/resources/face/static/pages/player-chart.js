// One board of a player over time.
import { html, render, siteData, show, empty } from "../design/core.js";
import { chartIn } from "./chart-in.js";
import { chartLines, resetMarks, choice, drawnAs, calm, titled, DAYS, RANK_OR_SCORE } from "./boards-shared.js";

export class PlayerChart {
  /** @param path of the player's reads @param rows boards of the profile @param loaded called with the first answer */
  constructor(place, path, rows, loaded) {
    Object.assign(this, { place, path, rows, loaded, days: 7, key: "rank", uuid: rows[0].leaderboard });
    this.load();
  }

  choose(row) {
    this.uuid = row.leaderboard;
    this.redraw();
    this.place.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    this.place.querySelector("select")?.focus({ preventScroll: true });
  }

  load() {
    return show(this.place, () => siteData(`${this.path}/series`, { days: this.days }), (series) => {
      this.series = series;
      this.loaded?.(series);
      this.loaded = null;
      return this.view();
    }, html`<div class="skeleton pl-hold" data-hook="loading"></div>`);
  }

  redraw() {
    if (this.series) render(this.view(), this.place);
  }

  again(days) {
    this.days = days;
    this.load();
  }

  view() {
    const row = this.rows.find((each) => each.leaderboard === this.uuid);
    const line = this.series.series.find((each) => each.uuid === this.uuid);
    return html`<section class="pl-chart">
      <div class="row between"><label class="field grow"><span>Board over time</span><select class="input" @change=${(event) => { this.uuid = Number(event.target.value); this.redraw(); }}>
          ${this.rows.map((each) => html`<option value=${each.leaderboard} .selected=${each === row}>${titled(each.board_name)} · ${calm(each.category)}</option>`)}</select></label>
        <div class="row lb-ask">${choice("Value", RANK_OR_SCORE, this.key, (key) => { this.key = key; this.redraw(); })}${choice("Length", DAYS, this.days, (days) => this.again(days))}</div></div>
      ${line ? this.card(row, line) : html`<div class="card pl-none">${empty("Not listed in that time", "Choose a longer time or another board.")}</div>`}</section>`;
  }

  card(row, line) {
    return chartIn({
      title: `${titled(row.board_name)}: ${this.key}`,
      ...chartLines(this.series.anchors, [{ label: calm(this.key), points: line.points }], this.key),
      trove: true,
      ...drawnAs(this.key),
      height: 240,
      marks: resetMarks(row.kind, this.series.window_start, this.series.window_end),
      note: "Trove time, UTC−11. Drag to zoom.",
    });
  }
}
