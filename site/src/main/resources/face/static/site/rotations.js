// How each rotation is shown: now, until when, and what comes next.
import { html, nothing, moment, number, badge } from "../design/core.js";
import "./time-left.js";

const DAY = 86400, WEEK = 7 * DAY;
const short = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const at = (t) => html`<time datetime=${new Date(t * 1000).toISOString()}>${short.format(new Date(t * 1000))}</time>`;
const left = (until) => html`<time-left data-hook="countdown" until=${until}></time-left>`;
const nowUnix = () => Date.now() / 1000;
const isLive = (window) => window.starts_at <= nowUnix() && nowUnix() < window.ends_at;

const until = (window) => (isLive(window) ? html`<p class="when">ends in ${left(window.ends_at)} <span class="muted small">${at(window.ends_at)}</span></p>` : html`<p class="when">opens in ${left(window.starts_at)} <span class="muted small">${at(window.starts_at)}</span></p>`);

function card({ title, live, tag = live ? "now" : "away", what = nothing, when = nothing, body = nothing, next = nothing, nextLabel = "Coming up" }) {
  return html`<article class="card rotation ${live ? "live" : ""}" data-hook="rotation" data-live=${live}>
    <header><h3>${title}</h3>${badge(tag, live ? "good" : "")}</header>
    ${what === nothing ? nothing : html`<p class="what">${what}</p>`}${when}${body}
    ${next === nothing ? nothing : html`<details><summary>${nextLabel}</summary>${next}</details>`}</article>`;
}

const windows = (all, text = () => "") => html`<ul class="next">${all.map((one) => html`<li>${text(one)}<span class="when">${at(one.starts_at)} to ${at(one.ends_at)}</span></li>`)}</ul>`;
const biomes = (all) => html`<ul class="biomes">${all.map((one) => html`<li>${one.name}${one.final_name && one.final_name !== one.name ? html` <span class="of">${one.final_name}</span>` : nothing}</li>`)}</ul>`;
const list = (texts) => html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
const capital = (word) => (word ? word[0].toUpperCase() + word.slice(1) : "");

// --- buffs ---

const dailyReset = () => 1584961200 + (Math.floor((nowUnix() - 1584961200) / DAY) + 1) * DAY;
const weeklyReset = () => 1584961200 + (Math.floor((nowUnix() - 1584961200) / WEEK) + 1) * WEEK;

const daily = ({ current, week }) => card({
  title: "Buff of the day", live: true, tag: current.weekday, what: `${current.emoji} ${current.name}`,
  when: html`<p class="when">ends in ${left(dailyReset())}</p>`,
  body: html`<div class="buff-sides"><div><h4>For everybody</h4>${list(current.normal_buffs)}</div><div><h4>For patrons</h4>${list(current.premium_buffs)}</div></div>`,
  nextLabel: "The week",
  next: html`<ul class="next">${week.map((one) => html`<li><strong>${one.weekday}: ${one.emoji} ${one.name}</strong><br>${one.normal_buffs.join(", ")}</li>`)}</ul>`,
});

function weekly({ current, rotation }) {
  const from = rotation.findIndex((one) => one.name === current.name);
  const turns = [...rotation.slice(from), ...rotation.slice(0, from)];
  return card({
    title: "Buff of the week", live: true, tag: "this week", what: `${current.emoji} ${current.name}`, when: html`<p class="when">ends in ${left(weeklyReset())}</p>`, body: html`${list(current.buffs)}
    <ul class="week" aria-label="The next weeks">${turns.map((one, i) => html`<li class=${i === 0 ? "today" : ""}><span>${one.emoji} ${one.name}</span><span class="muted">${i === 0 ? "now" : i === 1 ? "next week" : `in ${i} weeks`}</span></li>`)}</ul>`,
  });
}

// --- merchants ---

const visits = (title, schedule, state) => card({
  title, live: isLive(schedule[0]), tag: isLive(schedule[0]) ? capital(schedule[0].state ?? "here") : "away", when: until(schedule[0]),
  body: state ? html`<p>${state}</p>` : nothing, next: windows(schedule.slice(1), (one) => capital(one.state ?? "")), nextLabel: "The next visits",
});

const corruxion = ({ schedule }) => visits("Corruxion", schedule, "Three days every fortnight.");
const fluxion = ({ schedule }) => visits("Fluxion", schedule, isLive(schedule[0]) ? nothing : `Next: ${schedule[0].state}.`);

function luxion(found) {
  const window = found.current_window ?? found.next_window;
  if (!window) return card({ title: "Luxion", live: false, tag: "not seen", body: html`<p class="muted">${found.first_seen_at ? html`The last run ended. Last seen ${moment(found.last_seen_at)}.` : "Nobody has reported Luxion yet."}</p>` });
  return card({
    title: "Luxion", live: found.merchant_open, tag: found.merchant_open ? window.state ?? "here" : "between visits", when: until(window),
    body: html`<p>Seven visits of three hours, 27 hours apart.</p>`,
    next: windows(found.schedule.filter((one) => one.ends_at > nowUnix()), (one) => one.state ?? ""), nextLabel: "The visits of this run",
  });
}

// --- chest, challenge, delves ---

const chest = (found) => card({
  title: "Chaos chest", live: found.active, tag: "this week", what: found.item?.name ?? html`<span class="muted">Not reported yet</span>`, when: until(found),
  body: html`<p>Another item every Tuesday.</p>`,
});

function challenge(found) {
  const next = found.starts_at + (found.is_friday_window ? 1800 : 3600);
  return card({
    title: "Hourly challenge", live: isLive(found), tag: isLive(found) ? "now" : "over", what: found.name ?? html`<span class="muted">Not reported yet</span>`,
    when: isLive(found) ? until(found) : html`<p class="when">next in ${left(next)}</p>`,
    body: html`<p>${found.type ? html`${badge(found.type, "info")} ` : nothing}Twenty minutes at each full hour, on the game's Friday at each half hour too.</p>`,
  });
}

const delves = (found) => card({
  title: "Delves", live: found.count > 0, tag: `week ${found.week}`, what: found.count > 0 ? `${number(found.count)} depths known` : html`<span class="muted">Not recorded yet</span>`,
  when: html`<p class="when">other ones in ${left(weeklyReset())}</p>`,
  body: found.fetched_at ? html`<p class="muted small">As of ${moment(found.fetched_at)}.</p>` : html`<p class="muted">The depths of the week appear here once they are known.</p>`,
});

// --- worlds and garden ---

const world = (title, text, label) => ({ current, upcoming }) => card({
  title, live: current !== null && isLive(current), tag: current !== null && isLive(current) ? "now" : "to come",
  when: current === null ? nothing : until(current), body: html`${current === null ? nothing : biomes(current.biomes)}<p class="muted small">${text}</p>`,
  next: windows(upcoming, (one) => biomes(one.biomes)), nextLabel: label,
});

const plants = (one) => html`<div><p class="what">${one.name} ${badge(isLive(one) ? "ripe" : "growing", isLive(one) ? "good" : "")}</p>${one.ends_at > nowUnix() ? until(one) : html`<p class="when muted">over since ${at(one.ends_at)}</p>`}</div>`;

const gardening = ({ two_day: two, three_day: three, upcoming }) => card({
  title: "Harvests", live: isLive(two) || isLive(three), tag: isLive(two) || isLive(three) ? "harvest today" : "growing",
  body: html`${plants(two)}${plants(three)}`, next: windows(upcoming, (one) => one.name), nextLabel: "The next harvests",
});

/** By the address below /site/rotations. */
export const VIEWS = {
  "daily-buffs": daily, "weekly-buffs": weekly, corruxion, fluxion, luxion, "chaos-chest": chest, "challenge/current": challenge, delves,
  biomes: world("Adventure worlds", "Three other biomes every three hours.", "The next 48 hours"),
  "wild-mana": world("Wild mana", "This week's biome, and those of the two weeks before.", "The next weeks"),
  stampy: world("Stampy", "Two days every week, in one biome.", "The next visits"), gardening,
};

/** The head of the page. */
export const serverClock = (time) => html`<div class="card clock">
  <div class="stat"><span class="label">Trove time</span><span class="value" data-hook="server-clock">--:--:--</span><span class="note">${time.trove_day}, UTC−11</span></div>
  <div class="stat"><span class="label">Next day in</span><span class="value">${left(time.daily_reset_at)}</span><span class="note">${at(time.daily_reset_at)}</span></div>
  <div class="stat"><span class="label">Next week in</span><span class="value">${left(time.weekly_reset_at)}</span><span class="note">${at(time.weekly_reset_at)}</span></div></div>`;
