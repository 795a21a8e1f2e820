// Suspected cheaters and clusters of accounts: one report, two tabs.
import { html, render, siteData, show, number, percent, ago, badge, empty } from "../design/core.js";
import { rank, score, calm, titled, remembered } from "./boards-shared.js";
import { go } from "./leaderboards-view.js";

/** Asked for once, when the first of the two tabs is opened. */
let report;
const load = () => (report ??= siteData("/leaderboards/cheaters").catch((error) => {
  report = undefined;
  throw error;
}));

const link = (name, text = name) => html`<button type="button" class="name" @click=${() => go({ player: name })}>${text}</button>`;
const sure = (confidence) => badge(percent(confidence, 0), confidence >= 0.9 ? "bad" : confidence >= 0.7 ? "warn" : "");

/** What differs between the tabs. */
const KINDS = {
  cheaters: {
    all: (found) => found.players,
    one: player,
    none: "Nobody is suspected",
    note: "Scores, steps and gains that are far from those of a board's leaders. A finding is a reason to look, not a verdict: below 90 % there are honest leaders.",
    coverage: (found) => `${number(found.boards_analyzed)} boards were looked at, ${number(found.excluded_boards.length)} were not.`,
  },
  clusters: {
    all: (found) => found.clusters,
    one: cluster,
    none: "No accounts seem to belong together",
    note: "Accounts whose gains, hours or names go together, and that may be one person's. A finding is a reason to look, not a verdict.",
    coverage: (found) => `${number(found.clusters_boards_scanned)} boards were searched for families of names.`,
  },
};

export class Suspects {
  constructor(name, place, tab) {
    this.kind = KINDS[name];
    this.key = `kiwi_${name}_confidence`;
    this.name = name;
    this.place = place;
    this.badge = tab.querySelector(".badge");
    this.least = remembered.get(this.key, 0.9);
    if (!(this.least >= 0 && this.least <= 1)) this.least = 0.9;
  }

  open() {
    if (this.place.kiwiShown) return;
    show(this.place, load, (found) => this.view(found));
  }

  slide(found, value) {
    this.least = Number(value);
    remembered.set(this.key, this.least);
    render(this.view(found), this.place);
  }

  view(found) {
    const all = this.kind.all(found);
    const shown = all.filter((each) => each.confidence >= this.least);
    this.badge.hidden = false;
    this.badge.textContent = number(shown.length);
    return html`
      <p class="note">${this.kind.note}</p>
      <div class="row between lb-slider">
        <label class="field grow"><span>Confidence of at least <output>${percent(this.least, 0)}</output></span>
          <input type="range" min="0" max="1" step="0.01" data-hook="confidence" .value=${String(this.least)} aria-valuetext=${percent(this.least, 0)} @input=${(event) => this.slide(found, event.target.value)}></label>
        <p class="muted small" role="status">${number(shown.length)} of ${number(all.length)} shown${found.computed_at ? html` · made ${ago(found.computed_at)}` : ""}</p></div>
      ${shown.length > 0 ? html`<div class="stack" data-hook=${this.name}>${shown.map(this.kind.one)}</div>`
        : all.length === 0 ? empty(this.kind.none, found.computed_at ? "The newest capture gives no reason." : "Nothing was looked at yet.")
        : empty("Nothing that sure", "Move the slider to the left to see findings that are less sure.")}
      ${this.coverage(found)}`;
  }

  coverage(found) {
    return html`<details class="lb-fold" data-hook="coverage"><summary>What was looked at</summary>
      <p>${this.kind.coverage(found)} ${found.method}</p>
      ${found.analyzed_boards.length && this.name === "cheaters" ? html`<h3>Looked at</h3><ul class="lb-columns">${found.analyzed_boards.map((board) => html`<li>${titled(board.name)} <span class="muted small">${calm(board.category)}, ${number(board.entries)} entries</span></li>`)}</ul>` : ""}
      ${found.excluded_boards.length ? html`<h3>Left out</h3><ul class="lb-columns">${found.excluded_boards.map((board) => html`<li>${titled(board.name)} <span class="muted small">${board.reason === "below_min_size" ? `fewer than ${found.config.min_board_size} entries` : "excluded by an administrator"}</span></li>`)}</ul>` : ""}
    </details>`;
  }
}

function player(found) {
  return html`<details class="card lb-finding" data-hook="suspect"><summary class="row"><strong>${found.player_name}</strong>${sure(found.confidence)}<span class="muted small">${number(found.leaderboards.length)} ${found.leaderboards.length === 1 ? "board" : "boards"}: ${found.leaderboards.slice(0, 3).map((board) => titled(board.name)).join(", ")}${found.leaderboards.length > 3 ? " …" : ""}</span></summary>
    <p>${link(found.player_name, "All standings and history")}</p>
    ${found.leaderboards.map((board) => html`<section><h3 class="row">${titled(board.name)} <span class="muted small">${calm(board.category)}</span> ${rank(board.rank)} <span>${score(board.score)}</span>${sure(board.confidence)}</h3>
      <ul>${board.evidence.map((each) => html`<li data-hook="evidence">${each.summary} ${sure(each.confidence)}${measured(each.measurements)}</li>`)}</ul></section>`)}</details>`;
}

function cluster(found) {
  return html`<details class="card lb-finding" data-hook="cluster"><summary class="row"><strong>${found.label}</strong>${sure(found.confidence)}<span class="muted small">${number(found.member_count)} accounts · ${words(found.method)}</span></summary>
    <p>${found.summary}</p>
    <h3>Accounts</h3><p class="row">${found.members.map((name) => link(name))}${found.members_truncated ? html`<span class="muted">and ${number(found.member_count - found.members.length)} more</span>` : ""}</p>
    <h3>Boards</h3><ul>${found.boards.map((board) => html`<li>${titled(board.name)} <span class="muted small">${calm(board.category)}</span>: ${number(board.members)} accounts${board.matching_hours ? `, ${number(board.matching_hours)} hours alike` : ""}${board.avg_hourly_gain ? `, ${score(board.avg_hourly_gain)} an hour` : ""}${board.rank_min ? `, ranks ${number(board.rank_min)} to ${number(board.rank_max)}` : ""}</li>`)}</ul>
    ${measured(found.measurements)}</details>`;
}

const words = (text) => text.replaceAll("_", " ");
const value = (given) => (given === null ? "–" : typeof given === "number" ? number(given, 4) : Array.isArray(given) ? given.join(", ") : String(given));

function measured(measurements) {
  return html`<details class="small"><summary>Numbers</summary><dl class="lb-numbers">${Object.entries(measurements).map(([name, given]) => html`<dt>${words(name)}</dt><dd>${value(given)}</dd>`)}</dl></details>`;
}
