// The list of boards beside a board.
import { html, render, nothing, badge, empty } from "../design/core.js";
import { boardIcon, byCategory, calm, titled, remembered } from "./boards-shared.js";
import { go } from "./leaderboards-view.js";

const CLOSED = "kiwi_boards_closed";
const wide = matchMedia("(min-width: 60rem)");

export class BoardList {
  constructor(place) {
    this.place = place;
    this.text = "";
    this.open = false;
    this.closed = new Set(remembered.get(CLOSED, []));
    this.boards = [];
    wide.addEventListener("change", () => this.draw());
  }

  show(boards, chosen) {
    this.boards = boards;
    this.chosen = chosen;
    this.draw();
  }

  draw() {
    const wanted = this.text.trim().toLowerCase();
    const found = this.boards.filter((board) => `${board.name} ${board.category}`.toLowerCase().includes(wanted));
    const chosen = this.boards.find((board) => board.uuid === this.chosen);
    render(html`
      <details class="lb-picker" ?open=${wide.matches || this.open} @toggle=${(event) => { this.open = event.currentTarget.open; }}>
        <summary class="btn"><span class="clip">${chosen ? html`${titled(chosen.name)} <span class="muted">· ${calm(chosen.category)}</span>` : "Choose a board"}</span></summary>
        <label class="field"><span class="hidden-text">Filter the boards</span>
          <input class="input" type="search" placeholder="Filter ${this.boards.length} boards" data-hook="board-filter" .value=${this.text} @input=${(event) => { this.text = event.target.value; this.draw(); }}></label>
        <div class="lb-list">${found.length === 0 ? empty(this.boards.length ? "No board is called so" : "No boards") : byCategory(found, (board) => board.category).map((group) => this.group(group, wanted))}</div>
      </details>`, this.place);
  }

  group([category, boards], wanted) {
    const isOpen = wanted !== "" || !this.closed.has(category);
    return html`
      <details class="lb-group" ?open=${isOpen} @toggle=${(event) => this.fold(category, event.currentTarget.open)}>
        <summary>${boardIcon(category)}<span class="grow">${calm(category)}</span><span class="muted small">${boards.length}</span></summary>
        ${boards.map((board) => html`<button type="button" data-hook="board" data-uuid=${board.uuid} aria-current=${board.uuid === this.chosen} @click=${() => this.choose(board.uuid)}><span class="grow">${titled(board.name)}</span>${board.contest_type ? badge(html`${board.contest_type}<span class="hidden-text"> contest</span>`, "warn") : nothing}</button>`)}
      </details>`;
  }

  fold(category, isOpen) {
    if (this.text.trim()) return;
    isOpen ? this.closed.delete(category) : this.closed.add(category);
    remembered.set(CLOSED, [...this.closed]);
  }

  choose(uuid) {
    this.open = wide.matches;
    go({ board: uuid, page: null });
    this.draw();
  }
}
