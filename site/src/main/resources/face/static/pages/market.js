// Items of the market: what is on offer, and prices day by day.
import { html, render, show, empty, siteData, number, moment, ago, debounced, nothing } from "../design/core.js";
import { ChartCard } from "../design/chart.js";
import { DataTable } from "../design/table.js";

const place = (id) => document.getElementById(id);
const state = { name: null, days: 30, min: "", max: "", sort: "price_each", expired: false, ...fromHash() };
const MOST = 300;
let items = [];

function fromHash() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return { ...(hash.get("item") ? { name: hash.get("item") } : {}), ...([7, 30, 90, 365].includes(Number(hash.get("days"))) ? { days: Number(hash.get("days")) } : {}), min: hash.get("min") ?? "", max: hash.get("max") ?? "" };
}

function toHash() {
  const hash = new URLSearchParams(Object.entries({ item: state.name ?? "", days: state.days === 30 ? "" : state.days, min: state.min, max: state.max }).filter(([, value]) => value !== ""));
  history.replaceState(null, "", "#" + hash);
}

function list() {
  const wanted = place("search").value.trim().toLowerCase();
  const found = items.filter((name) => name.toLowerCase().includes(wanted));
  return items.length === 0 ? empty("No item yet", "A scrape of the market is needed.")
    : found.length === 0 ? empty("No item matches")
    : html`<div class="side-list">${found.slice(0, MOST).map((name) => html`<button type="button" class="btn quiet" style="width:100%;justify-content:start;text-align:left" data-hook="item" aria-current=${name === state.name ? "true" : nothing} @click=${() => open(name)}>${name === state.name ? html`<strong>${name}</strong>` : name}</button>`)}${found.length > MOST ? html`<p class="muted small">${found.length - MOST} more: type a part of the name.</p>` : nothing}</div>`;
}

function open(name) {
  state.name = name;
  Object.assign(state, { min: "", max: "" });
  render(list(), place("items").firstElementChild);
  item();
}

const stat = (label, value, note) => html`<div class="card stat" data-hook="stat"><span class="label">${label}</span><span class="value">${value}</span><span class="muted small">${note}</span></div>`;

const summary = (sum) => sum === null ? nothing : html`<div class="grid fit" style="--least:10rem">
  ${stat("Lowest", number(sum.min_each, 2), "for one")}${stat("Median", number(sum.median_each, 2), "for one")}${stat("Average", number(sum.avg_each, 2), "for one")}${stat("On offer", number(sum.total_stack), `in ${number(sum.count)} listings`)}</div>`;

async function load() {
  const query = { name: state.name, limit: 500, sort: state.sort, price_min: state.min, price_max: state.max };
  const [listings, prices] = await Promise.all([siteData("/market/listings", query), siteData(`/market/items/${encodeURIComponent(state.name)}/history`, { days: state.days })]);
  // Without anything on offer there is nothing to sum up, which the API answers with 404.
  const filtered = state.min !== "" || state.max !== "";
  const sum = listings.total > 0 && !filtered ? await siteData(`/market/items/${encodeURIComponent(state.name)}/summary`).catch(() => null) : null;
  return { listings, prices, sum };
}

function view({ listings, prices, sum }) {
  queueMicrotask(() => { table(listings); chart(prices); });
  return html`<h2>${state.name}</h2><div class="stack">
    ${summary(sum)}
    <div id="chart" style="min-height:24rem"></div>
    <div class="row" role="group" aria-label="Days of the chart">${[7, 30, 90, 365].map((days) => html`<button type="button" class="chip" data-hook="period" aria-pressed=${days === state.days} @click=${() => { state.days = days; item(); }}>${days === 365 ? "1 year" : `${days} days`}</button>`)}</div>
    <h3>On offer</h3>
    <form class="row" @submit=${filter}>
      <label class="field"><span>Price for one, from</span><input class="input" style="width:9rem" type="number" min="0" step="any" name="min" .value=${state.min}></label>
      <label class="field"><span>to</span><input class="input" style="width:9rem" type="number" min="0" step="any" name="max" .value=${state.max}></label>
      <button class="btn" style="align-self:end">Filter</button></form>
    <div id="listings"></div></div>`;
}

function filter(event) {
  event.preventDefault();
  Object.assign(state, { min: event.target.elements.min.value, max: event.target.elements.max.value });
  item();
}

function chart(prices) {
  const box = place("chart");
  if (!box) return;
  if (prices.items.length < 2) return render(empty("Not enough price history", "Two days with listings are needed."), box);
  const days = [...prices.items].sort((a, b) => a.day - b.day);
  new ChartCard(box, {
    title: "Price for one, day by day", height: 300, format: (value) => number(value, 2), x: days.map((each) => each.day),
    lines: [{ label: "Median", values: days.map((each) => each.median_each), width: 3 }, { label: "Lowest", values: days.map((each) => each.min_each), dash: [6, 4] }, { label: "Highest", values: days.map((each) => each.max_each), dash: [6, 4] }],
    note: `${number(days.reduce((sum, each) => sum + each.volume, 0))} pieces were listed in this time. Prices far from the rest of their day are left out.`,
  });
}

function table({ items: rows, total }) {
  new DataTable(place("listings"), {
    caption: `Listings of ${state.name}`, pageSize: 25, none: "Nothing on offer now", rowHook: "listing", sort: { key: "price_each", up: true },
    tools: total > rows.length ? html`<span class="muted small">the first ${rows.length} of ${number(total)}</span>` : nothing,
    columns: [
      { key: "price_each", label: "For one", num: true, view: (row) => number(row.price_each, 2) },
      { key: "stack", label: "Pieces", num: true, view: (row) => number(row.stack) },
      { key: "price", label: "Price", num: true, view: (row) => number(row.price) },
      { key: "created_at", label: "Posted", view: (row) => html`<span class="nowrap">${moment(row.created_at)}</span>` },
      { key: "last_seen", label: "Seen", view: (row) => ago(row.last_seen) },
    ],
  }).show(rows);
}

function item() {
  toHash();
  const box = document.createElement("div");
  place("item").replaceChildren(box);
  if (state.name === null) return render(empty("Choose an item", "Its offers and price history are shown here."), box);
  show(box, load, view, html`<div class="skeleton" data-hook="loading" style="height:36rem"></div>`);
}

place("search").addEventListener("input", debounced(() => render(list(), place("items").firstElementChild), 120));
place("items").append(document.createElement("div"));
show(place("items").firstElementChild, () => siteData("/market/items"), (page) => {
  items = page.items;
  if (state.name === null && items.length) state.name = items[0];
  item();
  return list();
});
