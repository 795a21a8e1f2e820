// The player that one says to be, and how that player stands.
import { html, render, show, empty, badge, number, moment, nothing } from "../design/core.js";
import { dialog, toast } from "../design/feedback.js";
import { spark } from "../design/shapes.js";
import { call } from "./session.js";
import { titled } from "../pages/boards-shared.js";

const MOST_BOARDS = 6;

export function claim(place, user, { changed }) {
  render(html`
    <article class="card stack" style="margin-bottom:var(--space-4)">
      ${user.claimed_trove_name ? html`
        <header><h2><a href="/player/${encodeURIComponent(user.claimed_trove_name)}">${user.claimed_trove_display ?? user.claimed_trove_name}</a> ${user.claim_verified ? badge("verified", "good") : badge("waiting for approval", "warn")}</h2>
          <button class="btn s danger" type="button" @click=${release}>Release</button></header>
        <p class="muted">${user.claim_verified ? `Approved on ${moment(user.claim_verified_at)}.` : "Somebody looks at each claim. Until then it is shown to you alone."}</p>`
      : html`<h2>Claim your player</h2><p>Say which player you are. Somebody looks at each claim.</p>
        <form class="row" @submit=${take}><label class="field grow"><span>Name in the game</span><input class="input" name="name" maxlength="64" required autocomplete="off"></label><button class="btn primary" style="align-self:end">Claim</button></form>
        <p class="error-text" role="alert" id="claim-error"></p>`}
    </article><div id="stats"></div>`, place);
  if (user.claimed_trove_name) stats(place.querySelector("#stats"));

  async function take(event) {
    event.preventDefault();
    try {
      changed(await call("POST", "/v1/site-auth/me/claim-trove-name", { trove_name: event.target.elements.name.value }));
    } catch (error) {
      place.querySelector("#claim-error").textContent = error.message;
    }
  }

  function release() {
    dialog({
      title: "Release this player?",
      body: html`<p>Somebody else can claim the name then.</p>`,
      confirm: "Release",
      danger: true,
      action: async () => { changed(await call("DELETE", "/v1/site-auth/me/claim-trove-name")); toast("Released"); },
    });
  }
}

function stats(place) {
  show(place, () => call("GET", "/v1/site-auth/me/trove-stats"), (found) => found.items.length === 0
    ? empty("This player is on no board", "Captures are filed each hour.")
    : html`
      ${found.series.series.length ? html`<h2>Best boards of the last ${found.series.days} days</h2><div class="grid" style="margin-bottom:var(--space-4)">${found.series.series.slice(0, MOST_BOARDS).map((board) => small(board, found.series.anchors))}</div>` : nothing}
      <div class="table-wrap" tabindex="0" role="region" aria-label="Newest entries"><table><thead><tr><th scope="col">When</th><th scope="col">Board</th><th scope="col" class="num">Rank</th><th scope="col" class="num">Score</th></tr></thead>
      <tbody>${found.items.map((row) => html`<tr><td class="nowrap">${moment(row.created_at)}</td><td>${nameOf(found, row.leaderboard)}</td><td class="num">${number(row.rank)}</td><td class="num">${number(row.score)}</td></tr>`)}</tbody></table></div>`);
}

/** @param board a line of the player's chart, of those with the best ranks */
function small(board, anchors) {
  const ranks = new Map(board.points.map((point) => [point.created_at, point.rank]));
  return html`<div class="card" data-hook="board-spark"><h3><a href=${"/leaderboards#board=" + board.uuid}>${titled(board.name)}</a></h3><p class="muted small">best #${number(board.best_rank)}</p>
    ${spark(anchors.map((anchor) => ranks.get(anchor) ?? null), { reversed: true, label: `Rank on ${titled(board.name)}` })}</div>`;
}

/** Boards that the player left more than a week ago have no line, and so no name here. */
function nameOf(found, uuid) {
  const board = found.series.series.find((each) => each.uuid === uuid);
  return board ? titled(board.name) : `Board ${uuid}`;
}
