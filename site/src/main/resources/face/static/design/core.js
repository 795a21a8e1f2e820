// Rendering, calls of the API, and how values are written: what every page uses.
import { html, svg, render, nothing } from "/static/vendor/lit-html/lit-html.js";
import { live } from "/static/vendor/lit-html/directives/live.js";
import { repeat } from "/static/vendor/lit-html/directives/repeat.js";

export { html, svg, render, nothing, live, repeat };

/** An answer that is no success: the envelope's fields, or the bare status. */
export class ApiError extends Error {
  constructor(status, error, retryAfter) {
    super(error?.message || `HTTP ${status}`);
    this.status = status;
    this.code = error?.code;
    this.details = error?.details;
    this.requestId = error?.request_id;
    this.retryAfter = retryAfter;
  }
}

/** The error of a failed answer, whatever its body is. */
export async function errorOf(response) {
  const body = await response.json().catch(() => null);
  return new ApiError(response.status, body?.error, response.headers.get("Retry-After"));
}

/** As fetch. @throws ApiError without a connection */
export async function reach(url, options) {
  try {
    return await fetch(url, options);
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new ApiError(0, { message: "The server could not be reached. Check your connection." });
  }
}

/** @returns the JSON of a success. @throws ApiError */
export async function getJson(url, options = {}) {
  const response = await reach(url, { headers: { Accept: "application/json" }, ...options });
  if (!response.ok) throw await errorOf(response);
  return response.json();
}

/** The site's own data: read through its pages' addresses. @param query null and empty values are left out */
export function siteData(path, query = {}, options = {}) {
  return getJson("/site" + path + queryString(query), options);
}

export function queryString(query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length ? "?" + new URLSearchParams(given) : "";
}

// --- states: no page is ever blank ---

export const skeleton = (lines = 4, height = "1.2rem") => html`
  <div class="stack" data-hook="loading" role="status">
    <span class="hidden-text">Loading</span>
    ${Array.from({ length: lines }, (_, i) => html`<span class="skeleton" style="height:${height};width:${100 - (i % 3) * 14}%"></span>`)}
  </div>`;

export const empty = (title, text = "", action = nothing) => html`
  <div class="empty" data-hook="empty"><strong>${title}</strong><p>${text}</p>${action}</div>`;

export const failed = (error, again) => html`
  <div class="note bad" data-hook="error" role="alert">
    <p><strong>This could not be loaded.</strong> ${error.message}${error.requestId ? html` <span class="muted small">(request ${error.requestId})</span>` : nothing}</p>
    ${again ? html`<button class="btn s" type="button" @click=${again}>Try again</button>` : nothing}
  </div>`;

/**
 * Shows a skeleton, then the view of what was loaded, or the error with a button to try again.
 * A later call for the same place wins over an earlier one that is still under way.
 */
export async function show(place, load, view, waiting = skeleton()) {
  const turn = (place.kiwiTurn = (place.kiwiTurn || 0) + 1);
  const again = () => show(place, load, view, waiting);
  if (!place.kiwiShown) render(waiting, place);
  place.setAttribute("aria-busy", "true");
  try {
    const loaded = await load();
    if (place.kiwiTurn !== turn) return;
    render(view(loaded, again), place);
    place.kiwiShown = true;
  } catch (error) {
    if (error.name === "AbortError" || place.kiwiTurn !== turn) return;
    if (!(error instanceof ApiError)) console.error(error);
    render(failed(error, again), place);
    place.kiwiShown = false;
  } finally {
    if (place.kiwiTurn === turn) place.removeAttribute("aria-busy");
  }
}

/** Repeats while the page is looked at. @returns a function that ends it */
export function everySeconds(seconds, work) {
  let last = Date.now();
  const timer = setInterval(() => {
    if (document.hidden || Date.now() - last < seconds * 1000 - 50) return;
    last = Date.now();
    work();
  }, Math.min(seconds, 1) * 1000);
  return () => clearInterval(timer);
}

/** Calls after the last of a burst. */
export function debounced(work, milliseconds = 250) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), milliseconds);
  };
}

// --- how values are written ---

const numbers = new Intl.NumberFormat("en");
const compacts = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });
const utcDates = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const utcMoments = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

export const number = (value, digits) =>
  value === null || value === undefined ? "–"
    : digits === undefined ? numbers.format(value)
    : new Intl.NumberFormat("en", { minimumFractionDigits: 0, maximumFractionDigits: digits }).format(value);
export const compact = (value) => (value === null || value === undefined ? "–" : compacts.format(value));
export const percent = (share, digits = 1) => (share === null || share === undefined ? "–" : (share * 100).toFixed(digits) + " %");
/** @param when unix seconds, or text of ISO 8601 */
export const asDate = (when) => (when === null || when === undefined ? null : new Date(typeof when === "number" ? when * 1000 : when));
export const day = (when) => (when == null ? "–" : dates.format(asDate(when)));
/** Of what belongs to a day of UTC, wherever it is read. */
export const utcDay = (when) => (when == null ? "–" : utcDates.format(asDate(when)));
/** As the clock of UTC has it. */
export const utcMoment = (when) => (when == null ? "–" : utcMoments.format(asDate(when)));
export const moment = (when) => (when == null ? "–" : moments.format(asDate(when)));

/** Seconds as "2 d 3 h", "4 min 5 s": the two largest parts. */
export function duration(seconds) {
  const parts = [["d", 86400], ["h", 3600], ["min", 60], ["s", 1]];
  let left = Math.max(0, Math.round(seconds));
  const shown = [];
  for (const [unit, size] of parts) {
    const n = Math.floor(left / size);
    left -= n * size;
    if (n > 0 || shown.length) shown.push(`${n} ${unit}`);
    if (shown.length === 2) break;
  }
  return shown.join(" ") || "0 s";
}

/** "3 min ago" or "in 2 h", with the moment itself as its title. */
export function ago(when, now = Date.now()) {
  if (when == null) return "never";
  const seconds = Math.round((now - asDate(when).getTime()) / 1000);
  const text = Math.abs(seconds) < 5 ? "just now" : seconds > 0 ? `${duration(seconds).split(" ").slice(0, 2).join(" ")} ago` : `in ${duration(-seconds).split(" ").slice(0, 2).join(" ")}`;
  return html`<time datetime=${asDate(when).toISOString()} title=${moment(when)}>${text}</time>`;
}

/** A signed change with its colour and a word for those who see none. */
export const change = (value, word = "") =>
  value === null || value === undefined ? html`<span class="muted">–</span>`
    : value === 0 ? html`<span class="muted">±0</span>`
    : html`<span class=${value > 0 ? "up" : "down"}>${value > 0 ? "▲" : "▼"} ${number(Math.abs(value))}${word}</span>`;

export const badge = (text, tone = "") => html`<span class="badge ${tone}">${text}</span>`;

/** Icons of 24 by 24 lines. */
export const icon = (name) => svg`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${ICONS[name]}</svg>`;
const ICONS = {
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2v2m0 16v2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4M2 12h2m16 0h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4"/>`,
  copy: svg`<rect x="9" y="9" width="12" height="12" rx="2"/><path d="M5 15V5a2 2 0 0 1 2-2h10"/>`,
  close: svg`<path d="M5 5l14 14M19 5 5 19"/>`,
  search: svg`<circle cx="11" cy="11" r="7"/><path d="m20 20-4-4"/>`,
  check: svg`<path d="m4 12 6 6L20 6"/>`,
};
