// One board of one capture: its name, its ranking page by page, and what goes with it.
import { html, render, nothing, show, siteData, number, change, badge, empty, skeleton, moment } from "../design/core.js";
import { rank, score, calm, titled, boardIcon } from "./boards-shared.js";
import { view, go } from "./leaderboards-view.js";
import { BoardChart } from "./leaderboards-chart.js";
import { Insights } from "./leaderboards-insights.js";

const PAGE = 100;
const RESETS = { daily: "emptied daily", weekly: "emptied weekly" };
const REASONS = {
  no_prior_snapshot: "There is no capture of an earlier day to compare with.",
  crossed_reset: "The board was emptied since the day before, so nothing is compared.",
};

/** The places of the page that a board fills. */
export class BoardPanel {
  constructor(place) {
    this.place = place;
    render(html`<div id="board-head"></div><div id="board-health"></div><div id="board-chart"></div><div id="board-cutoffs"></div><div id="board-entries"></div>`, place);
    const at = (id) => place.querySelector(`#board-${id}`);
    this.head = at("head");
    this.entries = at("entries");
    this.chart = new BoardChart(at("chart"));
    this.insights = new Insights(at("health"), at("cutoffs"));
  }

  /** @param board as the list has it; null for one that the capture does not list */
  draw(board, uuid, anchor) {
    if (!board) return this.missing(uuid);
    // Another board's ranks are not this one's.
    if (board.uuid !== this.shown) this.entries.kiwiShown = false;
    this.shown = board.uuid;
    render(this.title(board), this.head);
    this.chart.show(board);
    this.insights.show(board, anchor);
    this.page(board, anchor);
  }

  missing(uuid) {
    this.shown = null;
    render(nothing, this.head);
    this.chart.hide();
    this.insights.hide();
    this.entries.kiwiTurn = (this.entries.kiwiTurn || 0) + 1;
    render(uuid === undefined
      ? empty("There is no capture of this moment", "Choose a day above.", html`<button class="btn s" type="button" @click=${() => go({ anchor: null })}>The newest capture</button>`)
      : empty("This board is not in the capture", `No entries of board ${uuid} were captured then. Choose another board or day.`), this.entries);
  }

  title(board) {
    return html`<header class="lb-title">${boardIcon(board.category)}<h2>${titled(board.name)}</h2>
      <span class="muted">${calm(board.category)}</span>
      ${RESETS[board.reset_kind] ? badge(RESETS[board.reset_kind], "info") : nothing}
      ${board.contest_type ? badge(`${board.contest_type} contest`, "warn") : nothing}
      ${board.player_board ? nothing : badge("clubs")}</header>`;
  }

  page(board, anchor) {
    const offset = ((view.page ?? 1) - 1) * PAGE;
    const load = () => siteData(`/leaderboards/${board.uuid}/entries`, { created_at: anchor, limit: PAGE, offset });
    return show(this.entries, load, (page) => this.table(board, page, offset), skeleton(12, "2.2rem"));
  }

  table(board, page, offset) {
    if (page.items.length === 0) {
      return page.total > 0
        ? empty("The board ends before this page", "", html`<button class="btn s" type="button" @click=${() => go({ page: null })}>First page</button>`)
        : empty("Nobody is on this board yet");
    }
    const compared = page.comparison.comparable;
    return html`
      ${this.pages(page, offset)}
      <p class="muted small">${compared ? html`Compared with ${moment(page.comparison.prev_anchor)}, the last capture of the day before.` : REASONS[page.comparison.reason] ?? "There is nothing to compare with."}</p>
      <div class="table-wrap" tabindex="0" role="region" aria-label="Ranking of ${titled(board.name)}"><table class="lb-table">
        <caption class="hidden-text">Ranking of ${titled(board.name)}</caption>
        <thead><tr><th scope="col">Rank</th><th scope="col">${board.player_board ? "Player" : "Club"}</th><th scope="col" class="num">Score</th>
          ${compared ? html`<th scope="col" class="num" title="Since yesterday">± Rank<span class="hidden-text"> since yesterday</span></th><th scope="col" class="num" title="Since yesterday">± Score<span class="hidden-text"> since yesterday</span></th>` : nothing}</tr></thead>
        <tbody>${page.items.map((entry) => this.row(board, entry, compared))}</tbody>
      </table></div>
      ${page.total > PAGE ? this.pages(page, offset) : nothing}`;
  }

  row(board, entry, compared) {
    const name = board.player_board
      ? html`<button type="button" class="name" @click=${() => go({ player: entry.player_name })}>${entry.player_name}</button>`
      : entry.player_name;
    return html`<tr data-hook="entry-row">
      <td>${rank(entry.rank)}</td><td>${name}${compared && entry.is_new ? html` ${badge("new", "accent")}` : nothing}</td><td class="num">${score(entry.score)}</td>
      ${compared ? html`<td class="num">${entry.is_new ? html`<span class="muted">–</span>` : change(entry.rank_delta)}</td><td class="num">${entry.is_new ? html`<span class="muted">–</span>` : change(rounded(entry.score_delta))}</td>` : nothing}</tr>`;
  }

  pages(page, offset) {
    const last = Math.max(1, Math.ceil(page.total / PAGE));
    const now = offset / PAGE + 1;
    const turn = (to, label) => html`<button class="btn s" type="button" ?disabled=${to < 1 || to > last || to === now} @click=${() => { go({ page: to }); this.head.scrollIntoView(); }}>${label}</button>`;
    return html`<nav class="table-tools" aria-label="Pages of the ranking">
      <span class="muted small">${number(offset + 1)}–${number(offset + page.count)} of ${number(page.total)}</span>
      ${last > 1 ? html`<span class="row">${turn(1, "First")}${turn(now - 1, "Previous")}<span class="small">${now} / ${last}</span>${turn(now + 1, "Next")}${turn(last, "Last")}</span>` : nothing}</nav>`;
  }
}

const rounded = (value) => (value === null ? null : Math.round(value * 100) / 100);
