// A year of what comes round: which types, which month, which view; and the feed for one's own calendar.
import { html, render, show, siteData, empty, skeleton, icon } from "../design/core.js";
import { copy } from "../design/feedback.js";
import { hashState } from "../site/live.js";
import { TYPES, monthView, yearView, listView, nameOf, ownStart } from "../site/calendar.js";
import { troveDate } from "../site/trove.js";

const VIEWS = { month: "Month", year: "Year", list: "List" };
const USUAL = TYPES.filter((type) => !type.extra).map((type) => type.key);
const place = (id) => document.getElementById(id);
const phone = matchMedia("(max-width: 45rem)");
const state = hashState({ types: "", month: "", view: "" });

function chosen() {
  const { types, month, view } = state.read();
  const wanted = types ? types.split(",").filter((key) => TYPES.some((type) => type.key === key)) : USUAL;
  const today = troveDate(Date.now() / 1000);
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  const at = year ? { year: Number(year), month: Math.min(11, Math.max(0, Number(number) - 1)) } : today;
  return { types: wanted, year: at.year, month: at.month, today, view: VIEWS[view] ? view : phone.matches ? "list" : "month" };
}

const isUsual = (types) => types.length === USUAL.length && USUAL.every((key) => types.includes(key));

// --- choices ---

function toggle(key) {
  const { types } = chosen();
  const next = types.includes(key) ? types.filter((each) => each !== key) : TYPES.map((type) => type.key).filter((each) => each === key || types.includes(each));
  state.write({ types: isUsual(next) ? "" : next.join(",") || "none" });
  draw();
}

function move(by) {
  const { year, month } = chosen();
  const to = new Date(Date.UTC(year, month + by, 1));
  goTo(to.getUTCFullYear(), to.getUTCMonth());
}

function goTo(year, month, more = {}) {
  const { today } = chosen();
  state.write({ month: year === today.year && month === today.month ? "" : `${year}-${String(month + 1).padStart(2, "0")}`, ...more });
  draw();
}

/** How many months a month lies from the present one. */
const distance = ({ year, month, today }) => (year - today.year) * 12 + month - today.month;

function controls(now) {
  render(html`<div class="row" role="group" aria-label="Types">${TYPES.map(({ key, label }) => html`<button type="button" class="chip type" data-hook="type" data-type=${key} aria-pressed=${now.types.includes(key)} @click=${() => toggle(key)}><span class="swatch"></span>${label}</button>`)}</div>`, place("types"));
  render(now.view === "year" ? html`<h2>The next twelve months</h2>` : html`
    <button type="button" class="btn" aria-label="The month before" ?disabled=${distance(now) <= -11} @click=${() => move(-1)}>‹</button>
    <h2 aria-live="polite">${nameOf(now.year, now.month)}</h2>
    <button type="button" class="btn" aria-label="The next month" ?disabled=${distance(now) >= 11} @click=${() => move(1)}>›</button>
    <button type="button" class="btn quiet" ?disabled=${distance(now) === 0} @click=${() => goTo(now.today.year, now.today.month)}>Today</button>`, place("move"));
  render(Object.entries(VIEWS).map(([key, label]) => html`<button type="button" class="chip" data-hook="view" data-view=${key} aria-pressed=${key === now.view} @click=${() => { state.write({ view: key }); draw(); }}>${label}</button>`), place("views"));
}

// --- the feed ---

function feed({ types }) {
  const url = document.body.dataset.api + "/v1/rotations/calendar.ics" + (isUsual(types) || types.length === 0 ? "" : "?type=" + types.join(","));
  render(html`<p>${isUsual(types) ? "Calendars that subscribe to this address keep themselves up to date. It has the types that are chosen above." : types.length ? "The address has only the types that are chosen above." : "No type is chosen: the address has the usual ones."}</p>
    <div class="feed"><label class="field"><span>Address of the feed</span><input class="input" readonly data-hook="ics-url" .value=${url} @focus=${(event) => event.target.select()}></label>
      <button class="btn" type="button" data-hook="ics-copy" @click=${() => copy(url)}>${icon("copy")} Copy</button>
      <a class="btn primary" data-hook="ics-subscribe" href=${url.replace(/^https?:/, "webcal:")}>Subscribe</a></div>
    <p class="muted small">Google Calendar: “Other calendars”, “From URL”. Outlook: “Add calendar”, “Subscribe from web”. Apple and most others open “Subscribe”.</p>`, place("feed"));
}

// --- the year ---

const years = new Map();

/** Asked for once; with the extra types only when one of them is wanted. */
function events(types) {
  const include = TYPES.filter((type) => type.extra && types.includes(type.key)).map((type) => type.key).join(",");
  if (!years.has(include)) years.set(include, siteData("/rotations/calendar", { include }).then((found) => found.events, (error) => { years.delete(include); throw error; }));
  return years.get(include);
}

function draw() {
  const now = chosen();
  controls(now);
  feed(now);
  show(place("shown"), () => events(now.types), (all) => {
    const wanted = all.filter((one) => now.types.includes(one.type));
    if (now.types.length === 0) return html`<div class="card">${empty("No type is chosen", "Choose at least one above.", html`<button class="btn" type="button" @click=${() => { state.write({ types: "" }); draw(); }}>Choose the usual ones</button>`)}</div>`;
    return now.view === "year" ? yearView(wanted, (year, month) => goTo(year, month, { view: "month" })) : now.view === "list" ? listView(wanted, now.year, now.month) : monthView(wanted, now.year, now.month);
  }, html`<div class="card">${skeleton(12, "2.2rem")}</div>`);
}

place("own-time").textContent = ", " + ownStart();
state.changed(draw);
phone.addEventListener("change", draw);
draw();
