// What several tabs of administrators show in the same way.
import { html, duration, moment, nothing, number, render, show } from "../../design/core.js";
import { dialog, toast } from "../../design/feedback.js";
import { DataTable } from "../../design/table.js";
import { messageOf } from "../parts.js";

export const DAYS = [1, 7, 30, 90];

export const stat = (label, value, note = nothing) => html`<div class="card stat" data-hook="stat"><span class="label">${label}</span><span class="value">${value}</span>${note === nothing ? nothing : html`<small class="muted">${note}</small>`}</div>`;

/** Chips of which one is chosen. @param options [[value, label]] */
export const chips = (name, options, chosen, choose) => html`<div class="row" role="group" aria-label=${name}>${options.map(([value, label]) => html`<button class="chip" type="button" data-value=${value} aria-pressed=${value === chosen} @click=${() => choose(value)}>${label}</button>`)}</div>`;

export const periods = (chosen, choose, days = DAYS) => chips("Period", days.map((each) => [each, each === 1 ? "24 hours" : `${each} days`]), chosen, choose);

export const button = (label, click, { danger = false, disabled = false, hook = nothing, primary = false, title = nothing } = {}) => html`<button class="btn s ${danger ? "danger" : primary ? "primary" : ""}" type="button" data-hook=${hook} title=${title} ?disabled=${disabled} @click=${click}>${label}</button>`;

/** A value as indented JSON. */
export const pretty = (value) => html`<pre class="code answer" tabindex="0"><code>${typeof value === "string" ? value : JSON.stringify(value, null, 2)}</code></pre>`;

/** Pairs of a term and what it is; null ones are left out. */
export const pairs = (rows) => html`<dl class="pairs">${rows.filter(Boolean).map(([term, value]) => html`<dt>${term}</dt><dd>${value ?? "–"}</dd>`)}</dl>`;

/** The figures of an answer or a log's line as "boards 88, entries 18,085". @param without keys that are not told */
export function figures(answer, without = []) {
  const told = Object.entries(answer ?? {}).filter(([key, value]) => value !== null && !without.includes(key));
  return told.map(([key, value]) => `${key.replaceAll("_", " ")} ${figure(key, value)}`).join(", ");
}

function figure(key, value) {
  if (key === "anchor") return moment(value);
  return typeof value === "number" ? number(value) : typeof value === "object" ? JSON.stringify(value) : value === true ? "yes" : value === false ? "no" : value;
}

/** Seconds as "1 d" or "1 h 30 min": without a part that is nought. */
export const span = (seconds) => duration(seconds).replace(/(?<=\S \S+) 0 \S+$/, "");

const UNITS = ["B", "KB", "MB", "GB", "TB"];
export function bytes(size) {
  if (size == null) return "–";
  const step = Math.min(UNITS.length - 1, size < 1 ? 0 : Math.floor(Math.log10(size) / 3));
  return `${number(size / 1000 ** step, step ? 1 : 0)} ${UNITS[step]}`;
}

/** Does it and says so, or says why not. @returns whether it was done */
export async function attempt(work, said) {
  try {
    const done = await work();
    toast(typeof said === "function" ? said(done) : said);
    return true;
  } catch (error) {
    toast(messageOf(error), "err");
    return false;
  }
}

/** Asks first. @param word has to be typed, where given @returns whether it was done */
export async function confirmed({ title, text, confirm, action, said, word = null }) {
  const done = await dialog({
    title, confirm, danger: true,
    body: html`<p>${text}</p>${word ? html`<label class="field"><span>Type ${word}</span><input class="input" name="word" autocomplete="off" autofocus></label>` : nothing}`,
    armed: word ? (form) => form.elements.word.value === word : null,
    action: async () => { const answer = await readable(action); toast(typeof said === "function" ? said(answer) : said); return true; },
  });
  return done === true;
}

/** Runs it; a refusal of fields says which ones. */
export async function readable(action) {
  try {
    return await action();
  } catch (error) {
    error.message = messageOf(error);
    throw error;
  }
}

/** A table in an element of its own, for a template that is drawn again and again. */
export function tableOf(options) {
  const place = document.createElement("div");
  return { place, table: new DataTable(place, options) };
}

/** A list that is read page by page. */
export class PagedTable {
  /** @param load gives the page behind a cursor (null: the first) as {items, next_cursor, has_more} */
  constructor(place, { load, changed = () => {}, ...options }) {
    Object.assign(this, { place, read: load, changed, items: [], cursor: null, turn: {}, loading: null, more: false });
    this.inner = tableOf({ pageSize: 100_000, ...options });
  }

  load() {
    this.turn = {};
    this.more = false;
    return show(this.place, () => this.read(null), (page) => {
      this.items = [];
      return this.with(page);
    });
  }

  /** Reads the first page again, unless more of them were asked for. */
  async refresh() {
    if (this.more) return;
    const { turn } = this;
    const page = await this.read(null).catch(() => null);
    if (!page || turn !== this.turn || this.loading || this.more || !this.place.kiwiShown) return;
    this.items = [];
    render(this.with(page), this.place);
  }

  with(page) {
    this.items.push(...page.items);
    this.cursor = page.has_more ? page.next_cursor : null;
    this.page = page;
    this.inner.table.show(this.items);
    this.changed(this);
    return html`${this.inner.place}${this.cursor ? html`<p style="margin-top:var(--space-3)"><button class="btn" type="button" data-hook="load-more" @click=${() => this.next()}>Load more</button></p>` : nothing}`;
  }

  async next() {
    const { turn } = this;
    if (this.loading === turn) return;
    this.loading = turn;
    try {
      const page = await this.read(this.cursor);
      if (turn !== this.turn) return;
      this.more = true;
      render(this.with(page), this.place);
    } catch (error) {
      toast(error.message, "err");
    } finally {
      if (this.loading === turn) this.loading = null;
    }
  }
}

/** As show, for what is shown already: a failure leaves that as it is, and says so once. */
export async function renew(place, load, view) {
  const turn = place.kiwiTurn;
  try {
    const loaded = await load();
    if (place.kiwiTurn !== turn) return;
    render(view(loaded), place);
    Object.assign(place, { kiwiShown: true, kiwiStale: false });
  } catch (error) {
    if (error.name === "AbortError" || !place.kiwiShown || place.kiwiStale) return;
    place.kiwiStale = true;
    toast(`Not refreshed: ${error.message}`, "err");
  }
}

/**
 * Calls again every few seconds while the tab is open and looked at; a turn waits for the one before.
 *
 * @returns a function after which it waits anew, for when the seconds have become fewer
 */
export function poll(seconds, work, signal) {
  let timer;
  const wait = () => { timer = setTimeout(turn, seconds() * 1000); };
  const turn = async () => {
    timer = null;
    if (signal.aborted) return;
    if (!document.hidden) await Promise.resolve(work()).catch(() => {});
    if (!signal.aborted) wait();
  };
  wait();
  return () => {
    if (timer === null || signal.aborted) return;
    clearTimeout(timer);
    wait();
  };
}
