// The seven periods of activity charts, kept in the address.
import { html } from "../design/core.js";
import { TROVE_OFFSET } from "../design/chart.js";

export const PERIODS = [["1d", "1 day"], ["7d", "7 days"], ["1m", "1 month"], ["3m", "3 months"], ["6m", "6 months"], ["1y", "1 year"], ["all", "all"]];

export function periodOfAddress() {
  const asked = new URLSearchParams(location.search).get("period");
  return PERIODS.some(([id]) => id === asked) ? asked : "7d";
}

export const periodButtons = (chosen, choose) => html`
  <div class="row" role="group" aria-label="Period">${PERIODS.map(([id, label]) => html`<button type="button" class="chip" data-hook="period" data-period=${id} aria-pressed=${id === chosen} @click=${() => { history.replaceState(null, "", "?period=" + id); choose(id); }}>${label}</button>`)}</div>`;

/** The moments between two at which the game's day, or its week, begins: 11:00 UTC, on Mondays. */
export function resets(from, to, weekly) {
  const marks = [];
  for (let day = Math.ceil((from + TROVE_OFFSET) / 86400); day * 86400 - TROVE_OFFSET <= to; day++) {
    // The first of January 1970 was a Thursday.
    const monday = (day + 3) % 7 === 0;
    if (!weekly || monday) marks.push({ at: day * 86400 - TROVE_OFFSET, label: monday ? "week" : "" });
  }
  return marks;
}
