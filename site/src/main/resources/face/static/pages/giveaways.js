// Giveaways: open, to come and over; entering; and the proof of a draw.
import { html, render, siteData, number, moment, badge, empty, failed, skeleton, everySeconds, nothing, icon, ApiError } from "../design/core.js";
import { dialog, toast } from "../design/feedback.js";
import { signedIn, call } from "../site/session.js";
import { checked } from "../site/draw.js";
import "../site/time-left.js";

const place = document.getElementById("giveaways");
let all = null, mine = new Set(), failure = null, turn = 0;
const busy = new Set();

/** 100/entries percent: one decimal, two below one percent, no trailing zeros of a whole number. */
export function odds(entries) {
  if (entries <= 0) return "–";
  const share = 100 / entries;
  if (share < 0.01) return "<0.01%";
  return (share < 1 ? share.toFixed(2) : share.toFixed(1)).replace(/\.0$/, "") + "%";
}

const isOver = (one) => one.ends_at * 1000 <= Date.now();
const shownStatus = (one) => (one.status === "open" && isOver(one) ? ["being drawn", "warn"] : { open: ["open", "good"], scheduled: ["upcoming", "info"], drawn: ["drawn", "accent"], closed: ["no entrants", ""] }[one.status] ?? [one.status, ""]);

// --- one giveaway ---

const fact = (name, value, hook = nothing) => html`<div><dt>${name}</dt><dd data-hook=${hook}>${value}</dd></div>`;
const left = (until) => html`<time-left data-hook="countdown" until=${until} @over=${() => setTimeout(load, 2000)}></time-left>`;

function facts(one) {
  if (one.status === "scheduled") return html`${fact("Opens in", left(one.starts_at))}${fact("Opens", moment(one.starts_at))}`;
  if (one.status === "open") return html`${fact("Entries", number(one.entry_count))}
    ${mine.has(one.id) ? fact("Your odds", odds(one.entry_count), "odds") : fact("Odds if you enter", odds(one.entry_count + 1), "odds")}
    ${isOver(one) ? fact("Ended", "being drawn") : fact("Ends in", left(one.ends_at))}${fact("Ends", moment(one.ends_at))}`;
  return html`${fact("Entries", number(one.entry_count))}${fact("Ended", moment(one.ends_at))}
    ${fact("Winner", one.status === "closed" ? "no entrants" : one.winner_username ?? "somebody who has left")}
    ${one.status === "drawn" ? fact("Odds were", odds(one.entry_count), "odds") : nothing}`;
}

function enterButton(one) {
  if (one.status !== "open" || isOver(one)) return nothing;
  if (mine.has(one.id)) return html`<span class="badge good" data-hook="entered">${icon("check")} You take part</span>`;
  if (!signedIn()) return html`<a class="btn primary" data-hook="enter" href="/login?next=/giveaways">Sign in to enter</a>`;
  return html`<button class="btn primary" type="button" data-hook="enter" aria-busy=${busy.has(one.id)} ?disabled=${busy.has(one.id)} @click=${() => enter(one)}>Enter</button>`;
}

const card = (one) => html`<article class="card giveaway" data-hook="giveaway" data-status=${one.status} aria-labelledby="title-${one.id}">
  <div class="row between"><h3 id="title-${one.id}">${one.title}</h3>${badge(...shownStatus(one))}</div>
  <p class="prize">${one.prize_name}</p>${one.description ? html`<p class="muted">${one.description}</p>` : nothing}
  <dl class="facts">${facts(one)}</dl>
  <div class="actions">${enterButton(one)}<button class="btn s quiet" type="button" data-hook="proof" @click=${() => proof(one)}>${one.status === "drawn" ? "Check the draw" : "Commitment"}</button></div></article>`;

const section = (title, items, none) => html`<section aria-label=${title}><h2>${title} ${items.length ? html`<span class="muted">${items.length}</span>` : nothing}</h2>
  ${items.length ? html`<div class="grid" style="--least:20rem">${items.map(card)}</div>` : html`<p class="muted">${none}</p>`}</section>`;

function draw() {
  if (all === null) { render(failure ? failed(failure, load) : skeleton(12), place); return; }
  const of = (...statuses) => all.filter((one) => statuses.includes(one.status));
  const soon = (key, up = 1) => (a, b) => up * (a[key] - b[key]);
  render(html`${failure ? failed(failure, load) : nothing}
    ${all.length === 0 ? html`<div class="card">${empty("No giveaway yet", "New ones are shown here.")}</div>` : html`
    ${section("Open now", of("open").sort(soon("ends_at")), "None is open now.")}
    ${section("Upcoming", of("scheduled").sort(soon("starts_at")), "None is announced.")}
    ${section("Past", of("drawn", "closed").sort(soon("ends_at", -1)), "None is over yet.")}`}`, place);
}

/** Null where it cannot be told now: what is known stays. */
const entered = () => call("GET", "/v1/giveaways/mine").then((own) => own.giveaway_ids, (error) => (error.status === 401 ? [] : null));

async function load() {
  const asked = ++turn;
  try {
    const [items, own] = await Promise.all([siteData("/giveaways"), signedIn() ? entered() : []]);
    if (asked !== turn) return;
    all = items;
    if (own) mine = new Set(own);
    failure = null;
  } catch (error) {
    if (asked !== turn) return;
    if (!(error instanceof ApiError)) console.error(error);
    failure = error;
  }
  draw();
}

async function enter(one) {
  busy.add(one.id);
  draw();
  try {
    const entry = await call("POST", `/v1/giveaways/${one.id}/enter`);
    // What was asked before does not know of it.
    turn++;
    mine.add(one.id);
    one.entry_count = entry.entry_count;
    toast("You take part: ticket " + entry.ticket);
  } catch (error) {
    if (error.status === 401) { location.assign("/login?next=/giveaways"); return; }
    toast(error.message, "err");
  } finally {
    busy.delete(one.id);
    draw();
  }
}

// --- proof ---

const entry = (name, value) => (value === null || value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`);

const steps = (found) => html`<div data-hook="proof-result" role="status"><ul class="proof-steps">${found.map((step) => html`<li class=${step.good ? "up" : "down"}>${step.good ? "✓" : "✗"} ${step.what}</li>`)}</ul></div>`;

const shownDraw = (published, found) => html`
  ${found ? steps(found) : html`<p>${published.seed ? "Your browser cannot do the sum here; these are its numbers." : "The seed is published with the outcome. Until then this proves that it was chosen before."}</p>`}
  <dl class="proof">${entry("Giveaway", published.giveaway_id)}${entry("Commitment, SHA-256 of the seed", published.commitment)}${entry("Seed", published.seed)}${entry("SHA-256 of the tickets", published.entrants_hash)}${entry("Drawn", published.drawn_at && moment(published.drawn_at))}${entry("Left out, because they had deleted themselves", published.left_out || null)}</dl>
  ${published.tickets.length ? html`<h3>Tickets</h3><ol class="tickets" tabindex="0">${published.tickets.map((ticket) => html`<li class=${ticket === published.winner_ticket ? "winner" : ""}>${ticket}${ticket === published.winner_ticket ? " won" : ""}</li>`)}</ol>` : nothing}`;

async function proof(one) {
  try {
    const published = await siteData(`/giveaways/${one.id}/draw`);
    const found = published.winner_ticket && crypto.subtle ? await checked(published) : null;
    dialog({ title: one.title, wide: true, cancel: "Close", body: shownDraw(published, found) });
  } catch (error) {
    toast(error.message, "err");
  }
}

draw();
load();
everySeconds(30, load);
