// The newest of each feature, in numbers.
import { html, siteData, show, number, change, ago, duration, empty, badge, skeleton, day } from "../design/core.js";
import { titled, calm } from "./boards-shared.js";

const MOVERS = 5;
const waiting = skeleton(4, "1.6rem");

export const activity = (place) => show(place, () => siteData("/leaderboards/activity"), (now) => (now.estimate == null
  ? empty("No estimate yet", "It is made from the leaderboards of two hours.")
  : html`<p class="home-number">~${number(now.estimate)}</p><p class="muted">players in the last hour of play</p>
    <p class="row">${badge(`${number(now.estimate_24h)} in 24 hours`)}${badge(`${number(now.estimate_7d)} in 7 days`)}</p>`), waiting);

/** Who has climbed the most since yesterday on the board that most look at. */
export const movers = (place) => show(place, async () => {
  const newest = (await siteData("/leaderboards/timestamps", { limit: 1 })).items[0];
  if (!newest) return null;
  const boards = (await siteData("/leaderboards/boards", { created_at: newest })).items.filter((board) => board.player_board);
  const board = boards.find((each) => each.contest_type) ?? boards.find((each) => each.reset_kind === "weekly") ?? boards[0];
  if (!board) return null;
  return { board, page: await siteData(`/leaderboards/${board.uuid}/entries`, { created_at: newest, limit: 200 }) };
}, (found) => {
  if (!found) return empty("No leaderboards yet", "They appear with the first capture of the game.");
  const climbers = found.page.items.filter((entry) => entry.rank_delta > 0).sort((a, b) => b.rank_delta - a.rank_delta).slice(0, MOVERS);
  return html`<p class="muted small"><a href="/leaderboards#board=${found.board.uuid}">${titled(found.board.name)}</a> · ${calm(found.board.category)}${found.board.contest_type ? `, ${found.board.contest_type} contest` : ""}</p>
    ${climbers.length === 0 ? html`<p>${found.page.comparison.comparable ? "Nobody has climbed since yesterday." : found.page.comparison.reason === "crossed_reset" ? "The board has just been emptied: the race begins." : "There is no capture of an earlier day to compare with yet."}</p>`
      : html`<ol class="home-plain">${climbers.map((entry) => html`<li class="row between"><a class="clip" href="/player/${encodeURIComponent(entry.player_name)}">${entry.player_name}</a><span class="nowrap">#${number(entry.rank)} ${change(entry.rank_delta)}</span></li>`)}</ol>`}`;
}, waiting);

export const giveaways = (place) => show(place, () => siteData("/giveaways"), (all) => {
  const open = all.filter((one) => one.status === "open").sort((a, b) => a.ends_at - b.ends_at);
  const coming = all.filter((one) => one.status === "scheduled").sort((a, b) => a.starts_at - b.starts_at);
  const shown = [...open, ...coming].slice(0, 3);
  if (shown.length === 0) return empty("No giveaway is open", "The next one will be announced here.");
  return html`<ul class="home-plain">${shown.map((one) => html`<li><strong>${one.prize_name}</strong> ${badge(one.status === "open" ? "open" : "soon", one.status === "open" ? "good" : "info")}
    <br><span class="muted small">${one.status === "open" ? `${number(one.entry_count)} entries, ${duration(one.ends_at - Date.now() / 1000)} left` : html`begins ${ago(one.starts_at)}`}</span></li>`)}</ul>`;
}, waiting);

const isPatch = (item) => [item.category, ...(item.categories ?? [])].some((name) => /patch/i.test(name ?? ""));
/** Addresses come from another site's feed. */
const safe = (url) => (/^https?:\/\//.test(url ?? "") ? url : "https://www.trovegame.com/");

export const news = (place) => show(place, () => siteData("/feeds/news", { limit: 20 }), (all) => {
  const patch = all.items.find(isPatch);
  const shown = [patch, ...all.items.filter((item) => item !== patch)].filter(Boolean).slice(0, 4);
  if (shown.length === 0) return empty("No news yet", "Patch notes and news appear here as they are published.");
  return html`<ul class="home-plain">${shown.map((item) => html`<li>${item === patch ? badge("Latest patch", "accent") : ""} <a href=${safe(item.url)} rel="noopener">${item.title}</a> <span class="muted small">${day(item.published_at)}</span></li>`)}</ul>`;
}, waiting);
