// What the pages of leaderboards and players share: Trove days, crowns, icons, lines of charts.
import { html, svg, nothing, number, compact } from "../design/core.js";

export const DAY = 86400;
const ELEVEN = 39600;

/** When the Trove day of a moment began, in unix seconds: at 11:00 UTC. */
export const dayStart = (t) => Math.floor((t - ELEVEN) / DAY) * DAY + ELEVEN;
/** The calendar day that a Trove day is called by, as YYYY-MM-DD. */
export const dayName = (start) => new Date(start * 1000).toISOString().slice(0, 10);
export const startOfName = (name) => Date.parse(name + "T11:00:00Z") / 1000;

const weekdays = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
export const dayLabel = (start) => weekdays.format(new Date(start * 1000));
const hours = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
/** Time of day in Trove time, UTC−11. */
export const troveHour = (t) => hours.format(new Date((t - ELEVEN) * 1000));

export const score = (value) => number(value, 2);

/** A rank with a crown for the first three. */
export const rank = (value) => html`<span class="rank" data-rank=${value}>${value <= 3 ? svg`<svg class="crown c${value}" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path d="M3 7l4.5 4L12 4l4.5 7L21 7l-2 12H5Z"/></svg>` : nothing}#${number(value)}</span>`;

const ICONS = {
  EFFORT: svg`<path d="M13 2 4 14h7l-1 8 9-12h-7Z"/>`,
  PARAGON: svg`<path d="m12 3 2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2 6.4 20.3 7.6 14 3 9.6l6.3-.8Z"/>`,
  "POWER RANK": svg`<path d="m5 12 7-7 7 7M5 19l7-7 7 7"/>`,
  STATS: svg`<path d="M5 20V10m7 10V4m7 16v-7"/>`,
  META: svg`<path d="M3 8l4.5 3.5L12 5l4.5 6.5L21 8l-2 11H5Z"/>`,
};
const CUP = svg`<path d="M7 4h10v5a5 5 0 0 1-10 0ZM7 5H4v2a3 3 0 0 0 3 3m10-5h3v2a3 3 0 0 1-3 3m-5 4v4m-4 2h8"/>`;
export const boardIcon = (category) => svg`<svg class="board-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${ICONS[category] ?? CUP}</svg>`;

/** "POWER RANK" as "Power rank": the game shouts, a page need not. */
export const calm = (text) => (text ? text.charAt(0) + text.slice(1).toLowerCase() : "Other");
/** "TOMB RAISER" as "Tomb Raiser". */
export const titled = (text) => (text === text.toUpperCase() ? text.toLowerCase().replace(/(^|[\s(/-])(\p{L})/gu, (all, before, letter) => before + letter.toUpperCase()) : text);

/** Rows by their category, in the order in which categories come first. @returns [[category, rows]] */
export function byCategory(rows, category) {
  const groups = new Map();
  for (const row of rows) {
    const name = category(row);
    groups.has(name) ? groups.get(name).push(row) : groups.set(name, [row]);
  }
  return [...groups];
}

/**
 * The x and lines of a chart. A capture that does not list the player is a gap; where another line alone has a point
 * (a reset), the line goes on.
 *
 * @param series [{label, points}]
 * @param key rank or score
 */
export function chartLines(anchors, series, key) {
  const known = new Set(anchors);
  const x = [...new Set([...anchors, ...series.flatMap((line) => line.points.map((point) => point.created_at))])].sort((a, b) => a - b);
  const lines = series.map((line) => {
    const at = new Map(line.points.map((point) => [point.created_at, point[key]]));
    return { label: line.label, values: x.map((t) => (at.has(t) ? at.get(t) : known.has(t) ? null : undefined)) };
  });
  return { x, lines };
}

/** Resets of a board in a window, as marks of a chart; none where they would be a fence. */
export function resetMarks(kind, from, to) {
  const every = kind === "weekly" ? 7 * DAY : kind === "daily" ? DAY : 0;
  if (!every || (to - from) / every > 8) return [];
  const first = kind === "weekly" ? 4 * DAY + ELEVEN : ELEVEN;
  const marks = [];
  for (let at = Math.ceil((from - first) / every) * every + first; at <= to; at += every) marks.push({ at, label: "reset" });
  return marks;
}

/** Buttons of which one is pressed. @param choices [[value, label]] */
export const choice = (label, choices, chosen, choose) => html`
  <span class="segmented" role="group" aria-label=${label}>${choices.map(([value, text]) => html`<button type="button" class="chip" aria-pressed=${value === chosen} @click=${() => choose(value)}>${text}</button>`)}</span>`;

/** How a chart of ranks or of scores is drawn. */
export const drawnAs = (key) => (key === "rank"
  ? { reversed: true, format: (value) => `#${number(value)}`, axis: (value) => (value < 1 ? "" : `#${compact(value)}`) }
  : { reversed: false, format: score, axis: compact });

export const RANK_OR_SCORE = [["score", "Score"], ["rank", "Rank"]];
export const DAYS = [[1, "1 d"], [7, "7 d"], [30, "30 d"]];

/** What stays known in this browser; a closed store is as none. */
export const remembered = {
  get(key, otherwise) {
    try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; }
  },
  set(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* it lasts for this page */ }
  },
};
