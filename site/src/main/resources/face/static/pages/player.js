// A player's page: profile, boards by category, a board over time, records, other names.
import { html, render, nothing, siteData, show, empty, skeleton, badge, ago, number, icon } from "../design/core.js";
import { DataTable } from "../design/table.js";
import { playerSearch } from "./player-search.js";
import { rank, score, calm, titled } from "./boards-shared.js";
import { BoardTiles } from "./player-tiles.js";
import { PlayerChart } from "./player-chart.js";

const at = (id) => document.getElementById(id);
const name = at("player-name").dataset.name;
const path = `/leaderboards/players/${encodeURIComponent(name)}`;

playerSearch(at("player-search"), { label: "Another player", chosen: (other) => location.assign("/player/" + encodeURIComponent(other)) });
// The server has looked the name up: nobody waits for a chart that will not come.
const expected = !at("player-chart").hidden;
render(html`<div class="skeleton pl-hold"></div>`, at("player-chart"));
show(at("player-boards"), load, view, html`<div class="pl-waiting">${skeleton(10, "3rem")}</div>`);

/** The profile, and the boards of the newest capture, which know the categories. */
async function load() {
  const place = at("player-chart");
  place.hidden = !expected;
  return read().catch((error) => {
    place.hidden = true;
    throw error;
  });
}

async function read() {
  const profile = await siteData(`${path}/profile`);
  if (profile.boards.length === 0) return { profile, boards: [] };
  const newest = await siteData("/leaderboards/timestamps", { limit: 1 });
  const boards = newest.items.length ? (await siteData("/leaderboards/boards", { created_at: newest.items[0] })).items : [];
  return { profile, boards };
}

function view({ profile, boards }) {
  head(profile);
  at("player-chart").hidden = profile.boards.length === 0;
  if (profile.boards.length === 0) {
    return empty("No such player so far", `Nobody called “${name}” was on a board in any capture. Names are kept as the game spells them; upper and lower case are the same.`,
      html`<a class="btn s" href="/leaderboards">To the leaderboards</a>`);
  }
  const known = new Map(boards.map((board) => [board.uuid, board]));
  const rows = profile.boards.map((board) => ({ ...board, category: known.get(board.leaderboard)?.category ?? "", kind: known.get(board.leaderboard)?.reset_kind }));
  const tiles = new BoardTiles(rows, profile.summary.latest_anchor, (row) => chart.choose(row));
  const chart = new PlayerChart(at("player-chart"), path, rows, (series) => tiles.lines(series));
  records(profile, rows);
  names();
  return tiles.view();
}

function head({ player_name, verified, summary }) {
  at("player-name").textContent = player_name;
  render(verified ? html`<span class="badge good" data-hook="verified">${icon("check")} verified</span>` : nothing, at("player-verified"));
  if (!summary.boards_appeared) return render(html`<span class="muted">Not on any leaderboard so far</span>`, at("player-chips"));
  render(html`
    ${chip("Best rank", html`${rank(summary.best_rank)} <a href="/leaderboards#board=${summary.best_rank_board_uuid}">${titled(summary.best_rank_board_name)}</a>`)}
    ${chip("Boards", number(summary.boards_appeared))}
    ${chip("Top 10s", number(summary.top10_count))}
    ${chip("Top 100s", number(summary.top100_count))}
    ${chip("Last seen", ago(summary.latest_anchor))}`, at("player-chips"));
}

const chip = (label, value) => html`<span class="pl-chip" data-hook="stat"><span class="muted">${label}</span> ${value}</span>`;

/** What was reached, over the whole history. */
function records(profile, rows) {
  const place = at("player-records");
  render(html`<section class="pl-section"><h2>Records and history</h2><div></div></section>`, place);
  new DataTable(place.querySelector("div"), {
    caption: `Boards of ${profile.player_name}`,
    filter: (row) => `${row.board_name} ${row.category}`,
    rowHook: "record",
    sort: { key: "best_rank", up: true },
    columns: [
      { key: "board_name", label: "Board", view: (row) => html`<a href="/leaderboards#board=${row.leaderboard}">${titled(row.board_name)}</a> <span class="muted small">${calm(row.category)}</span>` },
      { key: "best_rank", label: "Best rank", num: true, view: (row) => rank(row.best_rank) },
      { key: "latest_rank", label: "Latest rank", num: true, view: (row) => rank(row.latest_rank) },
      { key: "latest_score", label: "Latest score", num: true, view: (row) => score(row.latest_score) },
      { key: "appearances", label: "Times seen", num: true, view: (row) => number(row.appearances) },
      { key: "first_seen", label: "First seen", num: true, view: (row) => ago(row.first_seen) },
      { key: "last_seen", label: "Last seen", num: true, view: (row) => ago(row.last_seen) },
    ],
  }).show(rows);
}

/** Other names, where somebody has looked for them; the page does without. */
async function names() {
  const found = await siteData("/leaderboards/renames", { player: name, limit: 20 }).catch(() => ({ renames: [] }));
  if (found.renames.length === 0) return;
  const own = name.toLowerCase();
  render(html`<section class="note pl-names" data-hook="renames"><p><strong>Other names</strong></p><ul>${found.renames.map((one) => {
    const was = one.to_name.toLowerCase() === own;
    const other = was ? one.from_name : one.to_name;
    return html`<li>${was ? "was" : "is now"} <a href="/player/${encodeURIComponent(other)}">${other}</a>, since ${ago(one.to_anchor)} ${badge(`${Math.round(one.confidence * 100)} % sure`)}</li>`;
  })}</ul></section>`, at("player-names"));
}
