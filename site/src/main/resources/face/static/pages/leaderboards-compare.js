// Two players on the boards of one capture.
import { html, number, empty } from "../design/core.js";
import { rank, score, calm, titled, byCategory } from "./boards-shared.js";

/** @param both answer of the comparison @param end takes it away */
export function comparison(both, end) {
  const [one, two] = both.players;
  const unknown = both.players.find((player) => !player.known);
  return html`<div data-hook="comparison">
    <div class="row between"><p class="row"><strong>${one.player_name}</strong> ${number(one.wins)} ahead · <strong>${two.player_name}</strong> ${number(two.wins)} ahead</p>
      <button class="btn s quiet" type="button" @click=${end}>End comparison</button></div>
    ${unknown ? html`<p class="note warn">Nobody called ${unknown.player_name} was on a board so far.</p>` : ""}
    ${both.boards.length === 0 ? empty("On no board in this capture") : html`
    <div class="table-wrap" tabindex="0" role="region" aria-label="${one.player_name} and ${two.player_name}"><table>
      <thead><tr><th scope="col">Board</th><th scope="col" class="num">${one.player_name}</th><th scope="col" class="num">${two.player_name}</th></tr></thead>
      ${byCategory(both.boards, (board) => board.category).map(([category, boards]) => html`<tbody><tr><th scope="rowgroup" colspan="3">${calm(category)}</th></tr>${boards.map(row)}</tbody>`)}
    </table></div>`}</div>`;
}

const row = (board) => html`<tr><td>${titled(board.name)}</td>${board.standings.map((own, i) => standing(own, board.standings[1 - i]))}</tr>`;

const standing = (own, other) => html`<td class="num">${own === null ? html`<span class="muted">–</span>`
  : html`<span class=${!other || own.rank < other.rank ? "up" : ""}>${rank(own.rank)}</span><br><span class="muted small">${score(own.score)}</span>`}</td>`;
