// The page of leaderboards: what was chosen, and who shows it.
import { html, render, siteData, empty, failed, skeleton, everySeconds } from "../design/core.js";
import { tabList, toast } from "../design/feedback.js";
import { playerSearch } from "./player-search.js";
import { view, go, onView } from "./leaderboards-view.js";
import { Days } from "./leaderboards-days.js";
import { BoardList } from "./leaderboards-boards.js";
import { BoardPanel } from "./leaderboards-board.js";
import { PlayerPanel } from "./leaderboards-player.js";
import { Suspects } from "./leaderboards-suspects.js";

const at = (id) => document.getElementById(id);
const tabs = [...at("lb-tabs").querySelectorAll("[role=tab]")];
const list = new BoardList(at("boards"));
const suspects = new Map(tabs.slice(1).map((tab) => [tab.dataset.tab, new Suspects(tab.dataset.tab, at(`panel-${tab.dataset.tab}`), tab)]));
const kept = new Map();
let days, panel, boards = [], loading = 0;
const player = new PlayerPanel(at("player-panel"), () => boards);

tabList(at("lb-tabs"), (tab) => go({ tab: tab === tabs[0] ? null : tab.dataset.tab }));
playerSearch(at("player-search"), { label: "Find a player", chosen: (name) => go({ player: name }) });
onView(draw);
start();

async function start() {
  const place = at("board");
  render(skeleton(8, "2rem"), place);
  render(skeleton(6), at("boards"));
  try {
    const [captures, config] = await Promise.all([siteData("/leaderboards/timestamps", { limit: 365 }), siteData("/leaderboards/config")]);
    if (captures.items.length === 0) {
      at("boards").hidden = true;
      return render(empty("No leaderboards yet", "They appear with the first capture of the game."), place);
    }
    days = new Days(at("days"), captures.items, config.hot_retention_days, (error) => toast(error.message, "err"));
    panel = new BoardPanel(place);
    everySeconds(60, () => days.draw());
    draw(view, {});
  } catch (error) {
    render(failed(error, start), place);
    render("", at("boards"));
  }
}

/** Shows what differs from the view before. */
function draw(now, before) {
  if (!days) return;
  chooseTab();
  days.draw();
  if (now.anchor !== before.anchor || now.board !== before.board || now.page !== before.page) drawBoard();
  player.draw(days.anchor);
}

function chooseTab() {
  const wanted = tabs.find((tab) => tab.dataset.tab === view.tab) ?? tabs[0];
  for (const tab of tabs) {
    const chosen = tab === wanted;
    tab.setAttribute("aria-selected", chosen);
    tab.tabIndex = chosen ? 0 : -1;
    at(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
  suspects.get(wanted.dataset.tab)?.open();
}

/** The boards of a capture do not change: each list is asked for once. */
function boardsAt(anchor) {
  if (!kept.has(anchor)) {
    const asked = siteData("/leaderboards/boards", { created_at: anchor }).then((answer) => answer.items);
    asked.catch(() => kept.delete(anchor));
    kept.set(anchor, asked);
  }
  return kept.get(anchor);
}

async function drawBoard() {
  const turn = ++loading;
  const anchor = days.anchor;
  try {
    const found = await boardsAt(anchor);
    if (turn !== loading) return;
    boards = found;
    player.named();
    const uuid = boards.length === 0 ? undefined : view.board ?? boards[0].uuid;
    list.show(boards, uuid);
    panel.draw(boards.find((board) => board.uuid === uuid) ?? null, uuid, anchor);
    render("", at("boards-error"));
  } catch (error) {
    // The skeletons of the start, which nothing takes the place of.
    document.querySelectorAll("#board > [data-hook=loading], #boards > [data-hook=loading]").forEach((each) => { each.hidden = true; });
    if (turn === loading) render(failed(error, drawBoard), at("boards-error"));
  }
}
