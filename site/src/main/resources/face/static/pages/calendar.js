// A month of what happens in the game, and the feed of it.
import { html, render, show, empty, siteData, moment } from "../design/core.js";
import { copy } from "../design/feedback.js";

const TYPES = {
  weekly_buff: ["Weekly buff", "var(--chart-4)"],
  daily_buff: ["Daily buff", "var(--chart-7)"],
  corruxion: ["Corruxion", "var(--chart-5)"],
  fluxion: ["Fluxion", "var(--chart-2)"],
  luxion: ["Luxion", "var(--chart-3)"],
  chaos_chest: ["Chaos chest", "var(--chart-6)"],
  gardening_2: ["2-day plants", "var(--chart-1)"],
  gardening_3: ["3-day plants", "var(--chart-1)"],
  stampy: ["Stampy", "var(--chart-8)"],
  mana: ["Wild mana", "var(--chart-6)"],
};
const USUAL = ["weekly_buff", "corruxion", "fluxion", "luxion", "gardening_2", "gardening_3", "stampy", "mana"];
const DAY = 86400;
const place = document.getElementById("calendar");

const given = new URLSearchParams(location.search);
let chosen = new Set((given.get("type")?.split(",") ?? USUAL).filter((type) => TYPES[type]));
let first = monthOf(given.get("month") ? new Date(given.get("month") + "-01T00:00") : new Date());
let events;

function monthOf(date) {
  return Number.isNaN(date.getTime()) ? monthOf(new Date()) : new Date(date.getFullYear(), date.getMonth(), 1);
}

const seconds = (date) => date.getTime() / 1000;
const plus = (date, days) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
const between = (from, to) => events.filter((event) => chosen.has(event.type) && event.starts_at < to && event.ends_at > from);
const label = (event) => [event.name, event.biomes?.map((biome) => biome.name).join(", ")].filter(Boolean).join(" · ");
const mark = (event) => html`<span class="event" data-hook="event" data-type=${event.type} style="--tone:${TYPES[event.type][1]}" title="${label(event)}: ${moment(event.starts_at)} – ${moment(event.ends_at)}">${label(event)}</span>`;

/** Monday first; whole weeks. */
function days() {
  const start = plus(first, -((first.getDay() + 6) % 7));
  const all = [];
  for (let day = start; day < new Date(first.getFullYear(), first.getMonth() + 1, 1) || all.length % 7 !== 0; day = plus(day, 1)) all.push(day);
  return all;
}

function view() {
  const today = new Date().toDateString();
  const all = days();
  const inMonth = all.filter((day) => day.getMonth() === first.getMonth());
  const agenda = inMonth.map((day) => [day, between(seconds(day), seconds(day) + DAY).filter((event) => event.starts_at >= seconds(day) || day.getDate() === 1)]).filter(([, each]) => each.length);
  return html`
    <div class="month">
      ${["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((name) => html`<div class="weekday">${name}</div>`)}
      ${all.map((day) => html`<div class="day ${day.getMonth() === first.getMonth() ? "" : "other"} ${day.toDateString() === today ? "today" : ""}"><span class="date">${day.getDate()}</span>${between(seconds(day), seconds(plus(day, 1))).map(mark)}</div>`)}
    </div>
    <div class="agenda">${agenda.length === 0 ? empty("Nothing of these types begins in this month") : agenda.map(([day, each]) => html`<section class="card"><h3>${day.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" })}</h3>${each.map((event) => html`${mark(event)}<span class="small muted">until ${moment(event.ends_at)}</span>`)}</section>`)}</div>`;
}

function draw() {
  document.getElementById("month").textContent = first.toLocaleDateString("en-GB", { month: "long", year: "numeric" });
  render(Object.entries(TYPES).map(([type, [name, tone]]) => html`<button type="button" class="legend-item" data-hook="type" data-type=${type} aria-pressed=${chosen.has(type)} @click=${() => flip(type)}><span class="swatch" style="--swatch:${tone}"></span>${name}</button>`), document.getElementById("types"));
  feed();
  if (events) render(chosen.size ? view() : empty("No type is chosen", "Choose one above."), place);
}

function feed() {
  const usual = chosen.size === USUAL.length && USUAL.every((type) => chosen.has(type));
  const path = "/v1/rotations/calendar.ics" + (usual || chosen.size === 0 ? "" : "?type=" + [...chosen].join(","));
  const address = document.body.dataset.api + path;
  document.getElementById("ics").value = address;
  document.getElementById("ics-open").href = address.replace(/^https?:/, "webcal:");
  document.getElementById("ics-save").href = path;
  const month = `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, "0")}`;
  history.replaceState(null, "", "?" + new URLSearchParams({ month, ...(usual ? {} : { type: [...chosen].join(",") }) }).toString().replaceAll("%2C", ","));
}

function flip(type) {
  chosen.has(type) ? chosen.delete(type) : chosen.add(type);
  draw();
}

const turn = (months) => { first = new Date(first.getFullYear(), first.getMonth() + months, 1); draw(); };
document.getElementById("before").addEventListener("click", () => turn(-1));
document.getElementById("after").addEventListener("click", () => turn(1));
document.getElementById("today").addEventListener("click", () => { first = monthOf(new Date()); draw(); });
document.getElementById("ics-copy").addEventListener("click", () => copy(document.getElementById("ics").value));

draw();
show(place, () => siteData("/rotations/calendar", { include: "daily_buff,chaos_chest" }), (calendar) => { events = calendar.events; return chosen.size ? view() : empty("No type is chosen", "Choose one above."); });
