// What pages of live data share: charts that load, periods, resets, and choices that live in the address.
import { html, show, skeleton } from "../design/core.js";
import { ChartCard } from "../design/chart.js";

export const PERIODS = ["1d", "7d", "1m", "3m", "6m", "1y", "all"];
const WORDS = { "1d": "24 h", "7d": "7 days", "1m": "1 month", "3m": "3 months", "6m": "6 months", "1y": "1 year", all: "All" };
const DAY = 86400, WEEK = 7 * DAY;
/** Monday 2020-03-23, 11:00 UTC. */
const WEEKLY_RESET = 1584961200;

/** The buttons of a chart's period. */
export const periods = (current, chosen) => html`<div class="row" role="group" aria-label="Period">${PERIODS.map((period) => html`
  <button type="button" class="chip" data-hook="period" data-period=${period} aria-pressed=${period === current} @click=${() => chosen(period)}>${WORDS[period]}</button>`)}</div>`;

/** Resets between two moments as marks of a chart. @param daily also those of days */
export function resets(from, to, daily) {
  const marks = [];
  for (let at = WEEKLY_RESET + Math.ceil((from - WEEKLY_RESET) / DAY) * DAY; at <= to; at += DAY) {
    const weekly = (at - WEEKLY_RESET) % WEEK === 0;
    if (weekly || daily) marks.push({ at, strong: weekly, label: weekly ? "weekly reset" : "" });
  }
  return marks;
}

const charts = new WeakMap();

/**
 * Loads a chart and shows it in its place, or why there is none.
 *
 * @param optionsOf what was loaded => options of the chart, or null when there is too little of it
 * @param none what is shown then
 */
export async function showChart(place, load, optionsOf, none, height = 300) {
  let options = null;
  const waiting = html`<div class="card" style="min-height:${height + 112}px">${skeleton(6)}</div>`;
  const view = (loaded) => {
    options = optionsOf(loaded);
    return options ? html`<div data-chart></div>` : html`<div class="card" style="min-height:${height + 112}px">${none}</div>`;
  };
  await show(place, load, (loaded, again) => { queueMicrotask(() => mount(place, options)); return view(loaded, again); }, waiting);
}

function mount(place, options) {
  const inner = place.querySelector("[data-chart]");
  if (!inner || !options) return;
  const chart = charts.get(inner);
  if (chart) chart.update(options);
  else charts.set(inner, new ChartCard(inner, options));
}

/** Choices behind the # of the address. @param usual what stands for one that is not there, and is left out */
export function hashState(usual) {
  const read = () => ({ ...usual, ...Object.fromEntries(new URLSearchParams(location.hash.slice(1))) });
  return {
    read,
    /** One choice of a person is one step of the history; what is typed replaces the last one. */
    write(changes, replace = false) {
      const next = Object.entries({ ...read(), ...changes }).filter(([key, value]) => value !== "" && value !== null && String(value) !== String(usual[key] ?? ""));
      const hash = new URLSearchParams(next).toString();
      if (hash === location.hash.slice(1)) return;
      history[replace ? "replaceState" : "pushState"](null, "", hash ? "#" + hash : location.pathname + location.search);
    },
    /** Calls when somebody goes back, forward, or to another address of the page. */
    changed(work) {
      addEventListener("popstate", work);
    },
  };
}
