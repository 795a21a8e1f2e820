// The boards of a player as tiles, by category.
import { html, render, number } from "../design/core.js";
import { spark } from "../design/shapes.js";
import { rank, score, calm, titled, boardIcon, byCategory, remembered } from "./boards-shared.js";

const CLOSED = "kiwi_player_closed";

export class BoardTiles {
  /** @param rows boards of the profile with their category @param newest capture that lists the player @param chosen called with a row */
  constructor(rows, newest, chosen) {
    this.groups = byCategory([...rows].sort((a, b) => a.leaderboard - b.leaderboard), (row) => row.category);
    this.newest = newest;
    this.chosen = chosen;
    this.closed = new Set(remembered.get(CLOSED, []));
  }

  view() {
    return this.groups.map(([category, rows]) => html`
      <details class="pl-group" ?open=${!this.closed.has(category)} @toggle=${(event) => this.fold(category, event.currentTarget.open)}>
        <summary>${boardIcon(category)} <h2>${calm(category)}</h2> <span class="muted">${number(rows.length)}</span></summary>
        <div class="grid pl-tiles">${rows.map((row) => this.tile(row))}</div></details>`);
  }

  tile(row) {
    const gone = row.last_seen < this.newest;
    return html`<button type="button" class="card pl-tile" data-hook="board-tile" data-uuid=${row.leaderboard} title="Show over time" @click=${() => this.chosen(row)}>
      <span class="pl-board">${titled(row.board_name)}</span>
      <span class="row between"><span class="pl-rank ${gone ? "muted" : ""}">${rank(row.latest_rank)}</span><span class="num">${score(row.latest_score)}</span></span>
      <span class="pl-spark"></span>
      <span class="muted small row between"><span>best #${number(row.best_rank)}</span><span>${gone ? "not listed now, " : ""}seen ${number(row.appearances)} times</span></span></button>`;
  }

  /** Lines of rank in the tiles, when they are there. @param series answer of the player's chart */
  lines(series) {
    for (const line of series.series) {
      const ranks = new Map(line.points.map((point) => [point.created_at, point.rank]));
      const place = document.querySelector(`[data-hook="board-tile"][data-uuid="${line.uuid}"] .pl-spark`);
      if (place) render(spark(series.anchors.map((anchor) => ranks.get(anchor) ?? null), { reversed: true, label: "Rank over the last days" }), place);
    }
  }

  fold(category, isOpen) {
    isOpen ? this.closed.delete(category) : this.closed.add(category);
    remembered.set(CLOSED, [...this.closed]);
  }
}
