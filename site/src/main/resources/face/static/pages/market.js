// What is on offer: items, prices now, prices day by day, and the listings themselves. All choices are behind the #.
import { html, render, show, siteData, number, ago, empty, debounced, everySeconds, skeleton, nothing } from "../design/core.js";
import { hashState, showChart } from "../site/live.js";

const PAGE = 50;
const SPANS = ["7", "30", "90", "365"];
const place = (id) => document.getElementById(id);
const state = hashState({ item: "", find: "", min: "", max: "", sort: "price_each", page: "0", days: "30" });
const filters = place("filters");

// --- items ---

let names = null;

const link = (name, label, current) => html`<li><a href=${"#" + new URLSearchParams(name ? { item: name } : {})} data-hook="item" aria-current=${name === current ? "true" : nothing} @click=${(event) => choose(event, name)}>${label}</a></li>`;

function items() {
  const { item, find } = state.read();
  const wanted = find.trim().toLowerCase();
  return show(place("items"), async () => (names ??= (await siteData("/market/items")).items), (all) => {
    const found = all.filter((name) => name.toLowerCase().includes(wanted));
    if (all.length === 0) return empty("No item yet", "Items appear with the first scrape of the market.");
    return html`<p class="muted small" role="status">${found.length === all.length ? `${all.length} items` : `${found.length} of ${all.length} items`}</p>
      <ul class="item-list">${wanted ? nothing : link("", "All items", item)}${found.map((name) => link(name, name, item))}</ul>`;
  }, skeleton(10));
}

function choose(event, name) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  state.write({ item: name, page: "0" });
  draw();
  place("chosen").focus({ preventScroll: matchMedia("(min-width: 60rem)").matches });
}

// --- one item ---

const money = (value) => number(value, value < 10 ? 2 : value < 1000 ? 1 : 0);
const stat = (label, value, note = "") => html`<div class="card stat" data-hook="stat"><span class="label">${label}</span><span class="value">${value}</span><span class="note">${note}</span></div>`;

function summary(item) {
  const load = () => siteData(`/market/items/${encodeURIComponent(item)}/summary`).catch((error) => { if (error.status === 404) return null; throw error; });
  show(place("summary"), load, (now) => (now === null
    ? html`<div class="card">${empty("Nobody offers this now", "The chart shows what it was offered for.")}</div>`
    : html`<div class="grid fit" style="--least:10rem">${stat("Cheapest", money(now.min_each), "flux a piece")}${stat("Median", money(now.median_each), "flux a piece")}${stat("Average", money(now.avg_each), "flux a piece")}${stat("Dearest", money(now.max_each), "flux a piece")}${stat("On offer", number(now.total_stack), now.count === 1 ? "pieces in 1 listing" : `pieces in ${number(now.count)} listings`)}</div>`),
  html`<div class="grid fit" style="--least:10rem">${[1, 2, 3, 4, 5].map(() => html`<div class="card">${skeleton(3)}</div>`)}</div>`);
}

const line = (days, key, label, more) => ({ label, values: days.map((one) => one[key]), ...more });

function history(item, days) {
  let asked = null;
  // Both charts share one answer; after a failure it is asked for anew.
  const load = () => (asked ??= siteData(`/market/items/${encodeURIComponent(item)}/history`, { days }).catch((error) => { asked = null; throw error; }));
  const none = empty("No prices in this time", "Choose more days.");
  const left = (all) => all.reduce((sum, one) => sum + one.left_out, 0);
  showChart(place("chart"), load, ({ items: all }) => (all.length === 0 ? null : {
    title: "Price of a piece, by the day it was posted", utc: true, x: all.map((one) => one.day), format: money,
    lines: [line(all, "median_each", "Median"), line(all, "min_each", "Cheapest", { color: "--chart-2", width: 1, dash: [4, 3] }), line(all, "max_each", "Dearest", { color: "--chart-3", width: 1, dash: [4, 3] })],
    note: left(all) > 0 ? `${number(left(all))} listings far from the rest of their day are left out.` : "Days are UTC.",
  }), none);
  showChart(place("volume"), load, ({ items: all }) => (all.length === 0 ? null : {
    title: "Pieces posted", kind: "bars", height: 150, utc: true, x: all.map((one) => one.day), lines: [line(all, "volume", "Pieces", { color: "--chart-6" })], fromZero: true,
  }), none, 150);
}

// --- listings ---

const head = (labels) => html`<thead><tr>${labels.map(([label, num]) => html`<th scope="col" class=${num ? "num" : ""}>${label}</th>`)}</tr></thead>`;

const row = (one, item) => html`<tr data-hook="listing-row">
  ${item ? nothing : html`<td><a href=${"#" + new URLSearchParams({ item: one.name })} @click=${(event) => choose(event, one.name)}>${one.name}</a>${one.type ? html` <span class="muted small">${one.type}</span>` : nothing}</td>`}
  <td class="num"><strong>${money(one.price_each)}</strong></td><td class="num">${number(one.stack)}</td><td class="num">${number(one.price)}</td>
  <td class="nowrap">${ago(one.created_at)}</td><td class="nowrap">${ago(one.expires_at)}</td></tr>`;

function pages(at, total) {
  if (total <= PAGE) return nothing;
  const go = (by) => { state.write({ page: String(at + by) }); listings(); place("listings-title").scrollIntoView({ block: "start" }); };
  return html`<nav class="table-tools" aria-label="Pages of listings"><span class="muted small">${at * PAGE + 1}–${Math.min(total, (at + 1) * PAGE)} of ${number(total)}</span>
    <span class="row"><button class="btn s" type="button" ?disabled=${at === 0} @click=${() => go(-1)}>Previous</button><button class="btn s" type="button" ?disabled=${(at + 1) * PAGE >= total} @click=${() => go(1)}>Next</button></span></nav>`;
}

function listings() {
  const { item, min, max, sort, page } = state.read();
  const at = Math.max(0, Number.parseInt(page, 10) || 0);
  const wrong = min !== "" && max !== "" && Number(min) > Number(max);
  place("filter-error").textContent = wrong ? "The first price is above the second." : "";
  if (wrong) return;
  const query = { name: item, price_min: min, price_max: max, sort, limit: PAGE, offset: at * PAGE };
  show(place("listings"), () => siteData("/market/listings", query), (found) => (found.items.length === 0
    ? html`<div class="card">${empty("Nothing on offer", min || max ? "No listing has a price like that." : "Nothing was seen in the last three hours.")}</div>`
    : html`<p class="muted small" role="status">${found.total === 1 ? "1 listing" : `${number(found.total)} listings`}</p>
      <div class="table-wrap" tabindex="0" role="region" aria-label="Listings"><table><caption class="hidden-text">Listings</caption>
      ${head([...(item ? [] : [["Item"]]), ["Each", true], ["Stack", true], ["Price", true], ["Posted"], ["Expires"]])}
      <tbody>${found.items.map((one) => row(one, item))}</tbody></table></div>${pages(at, found.total)}`), html`<div class="card">${skeleton(10)}</div>`);
}

// --- choices ---

function spans(item, days) {
  render(item ? html`<div class="row" role="group" aria-label="How many days">${SPANS.map((span) => html`<button type="button" class="chip" data-hook="period" data-period=${span} aria-pressed=${span === days} @click=${() => { state.write({ days: span }); draw(); }}>${span === "365" ? "1 year" : span + " days"}</button>`)}</div>` : nothing, place("days"));
}

let shown = null;

function draw() {
  const { item, find, min, max, sort, days } = state.read();
  // Another item's prices are not this one's.
  if (item !== shown) ["summary", "chart", "volume", "listings"].forEach((id) => { place(id).kiwiShown = false; });
  shown = item;
  const span = SPANS.includes(days) ? days : "30";
  place("chosen").textContent = item || "All items";
  place("market").classList.add("drawn");
  document.title = `${item || "Trove market prices"} · Kiwi`;
  place("find").value = find;
  filters.elements.min.value = min;
  filters.elements.max.value = max;
  filters.elements.sort.value = sort;
  ["summary", "chart", "volume"].forEach((id) => { place(id).hidden = !item; });
  spans(item, span);
  items();
  if (item) {
    summary(item);
    history(item, span);
  }
  listings();
}

place("find").addEventListener("input", debounced(() => { state.write({ find: place("find").value }, true); items(); }, 120));
filters.addEventListener("input", debounced(() => {
  const { min, max, sort } = filters.elements;
  state.write({ min: min.value, max: max.value, sort: sort.value, page: "0" }, true);
  listings();
}));
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", (event) => { event.preventDefault(); state.write({ min: "", max: "", sort: "price_each", page: "0" }); draw(); });
state.changed(draw);
draw();
everySeconds(120, listings);
