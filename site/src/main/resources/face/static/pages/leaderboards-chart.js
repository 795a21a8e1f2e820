// The leaders of a board over time.
import { html, render, siteData, show, empty } from "../design/core.js";
import { chartIn } from "./chart-in.js";
import { chartLines, resetMarks, choice, drawnAs, titled, remembered, DAYS, RANK_OR_SCORE } from "./boards-shared.js";

const TOP = 5;
const HEIGHT = 240;
const CLOSED = "kiwi_board_chart_closed";

export class BoardChart {
  constructor(place) {
    Object.assign(this, { place, days: 7, key: "score", closed: remembered.get(CLOSED, false) });
  }

  hide() {
    this.board = null;
    render("", this.place);
  }

  show(board) {
    const same = this.board?.uuid === board.uuid;
    this.board = board;
    if (!same) this.frame();
  }

  frame() {
    render(html`<details class="lb-fold" ?open=${!this.closed} @toggle=${(event) => this.fold(!event.currentTarget.open)}>
      <summary>Leaders over time</summary>
      <div class="row between"><div class="row">${choice("Value", RANK_OR_SCORE, this.key, (key) => this.change({ key }))}</div>
        <div class="row">${choice("Length", DAYS, this.days, (days) => this.change({ days }))}</div></div>
      <div class="lb-chart"></div></details>`, this.place);
    if (!this.closed) this.load();
  }

  fold(closed) {
    if (closed === this.closed) return;
    this.closed = closed;
    remembered.set(CLOSED, closed);
    if (!closed) this.load();
  }

  change(what) {
    Object.assign(this, what);
    this.frame();
  }

  load() {
    const { board, days, key } = this;
    const place = this.place.querySelector(".lb-chart");
    const load = () => siteData(`/leaderboards/${board.uuid}/history`, { days, top: TOP });
    return show(place, load, (chart) => this.card(board, chart, key), html`<div class="skeleton" data-hook="loading" style="height:${HEIGHT + 90}px"></div>`);
  }

  card(board, chart, key) {
    if (chart.anchors.length < 2 || chart.series.length === 0) return empty("Not enough history yet", "A line needs two captures of the board.");
    const series = chart.series.map((line) => ({ label: line.player_name, points: line.points }));
    return chartIn({
      title: `${titled(board.name)}: the first ${series.length}`,
      ...chartLines(chart.anchors, series, key),
      trove: true,
      ...drawnAs(key),
      height: HEIGHT,
      marks: resetMarks(board.reset_kind, chart.window_start, chart.window_end),
      note: "Trove time, UTC−11. Drag to zoom.",
    });
  }
}
