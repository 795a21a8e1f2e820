// One player beside the boards: where they stand, how they got there, and against somebody else.
import { html, render, nothing, siteData, show, empty, icon, ago, number } from "../design/core.js";
import { chartIn } from "./chart-in.js";
import { playerSearch } from "./player-search.js";
import { rank, score, calm, titled, byCategory, chartLines, resetMarks, choice, drawnAs, DAYS, RANK_OR_SCORE } from "./boards-shared.js";
import { comparison } from "./leaderboards-compare.js";
import { view, go } from "./leaderboards-view.js";

export class PlayerPanel {
  /** @param boards () => the boards of the capture that is shown */
  constructor(box, boards) {
    Object.assign(this, { box, boards, days: 7, key: "rank", chosen: null });
    box.addEventListener("cancel", (event) => { event.preventDefault(); this.leave(); });
    box.addEventListener("click", (event) => { if (event.target === box) this.leave(); });
  }

  leave() {
    go({ player: null, with: null });
  }

  /** @param anchor of the comparison */
  draw(anchor) {
    const name = view.player;
    if (!name) {
      this.name = null;
      if (this.box.open) this.box.close();
      return;
    }
    const other = name !== this.name;
    this.name = name;
    if (other) this.frame(name);
    if (!this.box.open) this.box.showModal();
    if (other) {
      this.chosen = this.history = this.drawn = null;
      this.standings(name);
      this.series(name);
    }
    this.compare(anchor);
  }

  /** The boards have their names now. */
  named() {
    if (!this.name) return;
    if (this.history) render(this.list(this.history), this.part("standings"));
    if (this.drawn) render(this.chart(this.drawn), this.part("chart"));
  }

  frame(name) {
    render(html`
      <header class="row between"><h2 id="player-panel-name" class="clip">${name}</h2>
        <button class="icon-btn" type="button" aria-label="Close" @click=${() => this.leave()}>${icon("close")}</button></header>
      <p><a class="btn s" href="/player/${encodeURIComponent(name)}">Whole profile</a></p>
      <div id="panel-chart"></div>
      <div id="panel-standings"></div>
      <section class="stack"><h3>Side by side</h3><div id="panel-search"></div><div id="panel-compare"></div></section>`, this.box);
    playerSearch(this.part("search"), { label: "Compare with", chosen: (other) => go({ with: other }) });
    for (const part of ["chart", "standings"]) this.part(part).kiwiShown = false;
  }

  part(name) {
    return this.box.querySelector(`#panel-${name}`);
  }

  standings(name) {
    return show(this.part("standings"), () => siteData(`/leaderboards/players/${encodeURIComponent(name)}/history`, { limit: 200 }), (history) => this.list((this.history = history)));
  }

  list(history) {
    const newest = history.items[0]?.created_at;
    if (!newest) return empty("No such player", "Nobody of that name was on a board so far.");
    const known = new Map(this.boards().map((board) => [board.uuid, board]));
    const rows = history.items.filter((row) => row.created_at === newest).map((row) => ({ ...row, board: known.get(row.leaderboard) }));
    return html`<section><h3>Standings <span class="muted small">${ago(newest)}</span></h3>
      ${byCategory(rows, (row) => row.board?.category ?? "").map(([category, all]) => html`
        <details class="lb-group" ?open=${rows.length <= 12 || all.some((row) => row.rank <= 10)}><summary><span class="grow">${calm(category)}</span><span class="muted small">${all.length}</span></summary>
          <div class="table-wrap"><table><tbody>${all.sort((a, b) => a.rank - b.rank).map((row) => html`<tr>
            <td><button type="button" class="name" @click=${() => this.leaveFor(row.leaderboard)}>${row.board ? titled(row.board.name) : `Board ${row.leaderboard}`}</button></td><td class="num">${rank(row.rank)}</td><td class="num">${score(row.score)}</td></tr>`)}</tbody></table></div></details>`)}</section>`;
  }

  leaveFor(board) {
    go({ player: null, with: null, board, tab: "boards", page: null });
  }

  series(name) {
    const load = () => siteData(`/leaderboards/players/${encodeURIComponent(name)}/series`, { days: this.days });
    return show(this.part("chart"), load, (series) => this.chart((this.drawn = series)), html`<div class="skeleton" data-hook="loading" style="height:20rem"></div>`);
  }

  chart(series) {
    const again = (what) => { Object.assign(this, what); this.series(this.name); };
    const redraw = (what) => { Object.assign(this, what); render(this.chart(series), this.part("chart")); };
    if (series.series.length === 0) return html`${choice("Length", DAYS, this.days, (days) => again({ days }))}<p class="muted">On no board in that time.</p>`;
    const line = series.series.find((each) => each.uuid === this.chosen) ?? series.series[0];
    const kind = this.boards().find((board) => board.uuid === line.uuid)?.reset_kind;
    return html`
      <div class="row between"><label class="field grow"><span>Board</span><select class="input" @change=${(event) => redraw({ chosen: Number(event.target.value) })}>
        ${series.series.map((each) => html`<option value=${each.uuid} ?selected=${each === line}>${this.boardName(each)} (best #${number(each.best_rank)})</option>`)}</select></label>
        <div class="row lb-ask">${choice("Value", RANK_OR_SCORE, this.key, (key) => redraw({ key }))}${choice("Length", DAYS, this.days, (days) => again({ days }))}</div></div>
      ${chartIn({
        title: this.boardName(line), ...chartLines(series.anchors, [{ label: calm(this.key), points: line.points }], this.key), trove: true, height: 200,
        ...drawnAs(this.key), marks: resetMarks(kind, series.window_start, series.window_end),
      })}`;
  }

  boardName(line) {
    const board = this.boards().find((each) => each.uuid === line.uuid);
    return titled(line.name) + (board ? ` · ${calm(board.category)}` : "");
  }

  compare(anchor) {
    const place = this.part("compare");
    if (!view.with) {
      // What was asked for is not wanted any more.
      place.kiwiTurn = (place.kiwiTurn || 0) + 1;
      place.kiwiShown = false;
      return render(nothing, place);
    }
    const key = [this.name, view.with, anchor].join("\n");
    if (key === this.compared && place.kiwiShown) return undefined;
    this.compared = key;
    return show(place, () => siteData("/leaderboards/compare?" + new URLSearchParams([["player", this.name], ["player", view.with], ["created_at", anchor]])), (both) => comparison(both, () => go({ with: null })));
  }
}
