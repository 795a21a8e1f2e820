// The year as a month, as twelve small ones, and as a list.
import { html, nothing, duration } from "../design/core.js";
import { dialog } from "../design/feedback.js";
import { DAY, troveDate, troveDay, troveStart } from "./trove.js";

/** In the order in which they are told; those that are extra are asked for. */
export const TYPES = [
  { key: "weekly_buff", label: "Weekly buff" }, { key: "mana", label: "Wild mana" }, { key: "corruxion", label: "Corruxion" }, { key: "fluxion", label: "Fluxion" },
  { key: "luxion", label: "Luxion" }, { key: "stampy", label: "Stampy" }, { key: "gardening_2", label: "2-day plants" }, { key: "gardening_3", label: "3-day plants" },
  { key: "daily_buff", label: "Daily buff", extra: true }, { key: "chaos_chest", label: "Chaos chest", extra: true },
];
const ORDER = Object.fromEntries(TYPES.map((type, i) => [type.key, i]));
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const dayName = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

export const nameOf = (year, month) => monthName.format(Date.UTC(year, month, 1));
const now = () => Date.now() / 1000;
const isoDate = ({ year, month, day: d }) => `${year}-${String(month + 1).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
const local = (format, t) => format.format(new Date(t * 1000));

// --- one event ---

const biomes = (one) => (one.biomes?.length ? one.biomes.map((biome) => biome.name).join(", ") : "");
const shortName = (one) => (one.type === "stampy" ? `Stampy: ${biomes(one)}` : one.type === "mana" ? `Wild mana: ${one.biomes?.[0]?.name ?? ""}` : one.name);

function tell(one) {
  dialog({
    title: one.name, cancel: "Close",
    body: html`<dl class="stack"><div><dt class="muted small">Begins</dt><dd>${local(full, one.starts_at)}</dd></div><div><dt class="muted small">Ends</dt><dd>${local(full, one.ends_at)} (${duration(one.ends_at - one.starts_at)})</dd></div>
      ${one.biomes?.length ? html`<div><dt class="muted small">Where</dt><dd>${biomes(one)}</dd></div>` : nothing}</dl><p class="muted small">In your own time.</p>`,
  });
}

// --- a month ---

/** Each event of a week with its columns and a lane of its own. */
function lanes(events, from) {
  const ends = [];
  return events.filter((one) => one.ends_at > from && one.starts_at < from + 7 * DAY)
    .sort((a, b) => ORDER[a.type] - ORDER[b.type] || a.starts_at - b.starts_at)
    .map((one) => {
      const first = Math.max(0, Math.floor((one.starts_at - from) / DAY));
      const last = Math.min(6, Math.ceil((one.ends_at - from) / DAY) - 1);
      let lane = ends.findIndex((end) => end < first);
      if (lane < 0) lane = ends.length;
      ends[lane] = last;
      return { one, first, last, lane };
    });
}

const bar = ({ one, first, last, lane }, from) => html`<button type="button" class="event ${one.starts_at < from ? "goes-on" : ""} ${one.ends_at <= now() ? "over" : ""}" data-hook="event" data-type=${one.type}
  style="grid-column:${first + 1}/${last + 2};grid-row:${lane + 2}" title="${shortName(one)}, ${local(full, one.starts_at)} to ${local(full, one.ends_at)}" @click=${() => tell(one)}>${shortName(one)}</button>`;

function week(events, from, month) {
  const laid = lanes(events, from);
  const rows = Math.max(1, ...laid.map((each) => each.lane + 1));
  const days = WEEKDAYS.map((_, i) => from + i * DAY);
  const today = troveDay(now());
  const other = (t) => (troveDate(t).month === month ? "" : "other");
  return html`<div class="week-row" style="grid-template-rows:auto repeat(${rows}, auto)">
    ${days.map((t, i) => html`<span class="cell ${other(t)}" style="grid-column:${i + 1};grid-row:1/${rows + 2}" aria-hidden="true"></span>`)}
    ${days.map((t, i) => html`<time class="day ${other(t)} ${t === today ? "today" : ""}" style="grid-column:${i + 1}" datetime=${isoDate(troveDate(t))} aria-current=${t === today ? "date" : nothing}><span>${troveDate(t).day}</span></time>`)}
    ${laid.map((each) => bar(each, from))}</div>`;
}

/** @param month from 0 */
export function monthView(events, year, month) {
  const first = troveStart(year, month, 1);
  const weeks = [];
  for (let from = first - troveDate(first).weekday * DAY; from < troveStart(year, month + 1, 1); from += 7 * DAY) weeks.push(from);
  return html`<div class="month" data-hook="month" aria-label=${nameOf(year, month)} role="group"><div class="weekdays" aria-hidden="true">${WEEKDAYS.map((name) => html`<span>${name}</span>`)}</div>
    ${weeks.map((from) => week(events, from, month))}</div>`;
}

// --- a year ---

function mini(events, year, month, open) {
  const first = troveStart(year, month, 1), count = Math.round((troveStart(year, month + 1, 1) - first) / DAY), before = troveDate(first).weekday;
  const today = troveDay(now());
  const types = (t) => [...new Set(events.filter((one) => one.starts_at < t + DAY && one.ends_at > t && one.ends_at - one.starts_at < 6 * DAY).map((one) => one.type))].sort((a, b) => ORDER[a] - ORDER[b]);
  return html`<article class="card mini" data-hook="mini-month"><button type="button" class="title" @click=${() => open(year, month)}>${nameOf(year, month)}</button>
    <div class="days">${Array.from({ length: before }, () => html`<span></span>`)}${Array.from({ length: count }, (_, i) => first + i * DAY).map((t, i) => { const shown = types(t); return html`<div class="d ${t === today ? "today" : ""}" title=${shown.map((key) => TYPES[ORDER[key]].label).join(", ") || nothing}>${i + 1}<div class="dots">${shown.map((key) => html`<i data-type=${key}></i>`)}</div></div>`; })}</div></article>`;
}

/** Twelve months from the present one. */
export function yearView(events, open) {
  const { year, month } = troveDate(now());
  return html`<div class="year">${Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(year, month + i, 1))).map((date) => mini(events, date.getUTCFullYear(), date.getUTCMonth(), open))}</div>
    <p class="muted small">Dots stand for what lasts less than a week; choose a month to see all of it.</p>`;
}

// --- a list ---

const row = (one) => html`<li data-hook="event" data-type=${one.type}><div><strong>${one.name}</strong>${one.biomes?.length ? html`<br><span class="small">${biomes(one)}</span>` : nothing}</div>
  <span class="when">${local(time, one.starts_at)}<br>for ${duration(one.ends_at - one.starts_at).split(" ").slice(0, 2).join(" ")}</span></li>`;

const ownDay = (t) => new Date(t * 1000).setHours(0, 0, 0, 0) / 1000;

/** What begins in a month, by one's own days; of the present month what is over is left out. */
export function listView(events, year, month) {
  const end = new Date(year, month + 1, 1).getTime() / 1000, today = ownDay(now());
  const begin = Math.max(new Date(year, month, 1).getTime() / 1000, today);
  const running = begin === today ? events.filter((one) => one.starts_at < begin && one.ends_at > now()) : [];
  const days = new Map();
  for (const one of events.filter((each) => each.starts_at >= begin && each.starts_at < end)) {
    const at = ownDay(one.starts_at);
    days.set(at, [...(days.get(at) ?? []), one]);
  }
  return html`<div class="agenda" data-hook="list">
    ${running.length ? html`<section><h3>Running now</h3><ul>${running.map((one) => html`<li data-hook="event" data-type=${one.type}><div><strong>${shortName(one)}</strong></div><span class="when">until ${local(full, one.ends_at)}</span></li>`)}</ul></section>` : nothing}
    ${[...days].map(([t, all]) => html`<section><h3>${local(dayName, t)}${t === today ? html` <span class="badge accent">today</span>` : nothing}</h3><ul>${all.map(row)}</ul></section>`)}
    ${days.size === 0 && running.length === 0 ? html`<p class="muted">Nothing of these types begins in ${nameOf(year, month)}.</p>` : nothing}
    <p class="muted small">Days and times are your own.</p></div>`;
}

export const ownStart = () => `${local(time, troveDay(now()))} for you`;
