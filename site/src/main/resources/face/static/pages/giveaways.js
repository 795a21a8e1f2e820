// Giveaways: open, to come, over.
import { html, show, empty, siteData, everySeconds, moment, badge, number, nothing } from "../design/core.js";
import { dialog, toast } from "../design/feedback.js";
import { countdown, tick } from "../site/countdown.js";
import { signedIn, call } from "../site/session.js";
import { check } from "../site/draw.js";

const place = document.getElementById("giveaways");
let mine = new Set();

/** A chance in percent (web.md D.2): one decimal, two below one, no trailing zeros of a whole number. */
export function odds(entries) {
  const chance = 100 / entries;
  if (chance < 0.01) return "<0.01%";
  const text = chance.toFixed(chance < 1 ? 2 : 1);
  return (Number(text) % 1 === 0 ? Number(text).toFixed(0) : text) + "%";
}

function chances(each) {
  if (each.status !== "open") return nothing;
  const entered = mine.has(each.id);
  return html`<p data-hook="odds">${entered ? html`Your chance: <strong>${odds(Math.max(1, each.entry_count))}</strong>` : html`If you enter: <strong>${odds(each.entry_count + 1)}</strong>`}</p>`;
}

function action(each) {
  if (each.status !== "open") return nothing;
  if (!signedIn()) return html`<a class="btn primary" data-hook="enter" href="/login?next=/giveaways">Sign in to enter</a>`;
  return mine.has(each.id)
    ? html`<button class="btn" type="button" disabled data-hook="enter">You are in</button>`
    : html`<button class="btn primary" type="button" data-hook="enter" @click=${(event) => enter(each, event.currentTarget)}>Enter</button>`;
}

async function enter(each, button) {
  button.setAttribute("aria-busy", "true");
  try {
    const entered = await call("POST", `/v1/giveaways/${each.id}/enter`);
    toast(`You are in. Your ticket: ${entered.ticket}`);
    load();
  } catch (error) {
    if (error.status === 401) location.assign("/login?next=/giveaways");
    else toast(error.message, "err");
    button.removeAttribute("aria-busy");
  }
}

const TONES = { open: ["open", "good"], scheduled: ["upcoming", "info"], drawn: ["drawn", "accent"], closed: ["over", ""] };
const when = (each) => each.status === "open" ? html`Ends in <span data-hook="countdown">${countdown(each.ends_at)}</span>`
  : each.status === "scheduled" ? html`Begins in <span data-hook="countdown">${countdown(each.starts_at)}</span>`
  : html`Ended ${moment(each.ends_at)}`;

const card = (each) => html`
  <article class="card stack" data-hook="giveaway" data-status=${each.status}>
    <header><h3>${each.prize_name}</h3>${badge(...(TONES[each.status] ?? [each.status, ""]))}</header>
    <p><strong>${each.title}</strong></p>${each.description ? html`<p>${each.description}</p>` : nothing}
    <p class="muted">${when(each)} · ${number(each.entry_count)} ${each.entry_count === 1 ? "entry" : "entries"}</p>
    ${chances(each)}
    ${each.status === "drawn" ? html`<p>Winner: <strong>${each.winner_username ?? "somebody who has left"}</strong></p>` : each.status === "closed" ? html`<p class="muted">No entrants.</p>` : nothing}
    <div class="row">${action(each)}<button class="btn s quiet" type="button" data-hook="proof" @click=${() => proof(each)}>Check the draw</button></div>
  </article>`;

const yes = (right) => (right ? badge("as published", "good") : badge("differs", "bad"));

async function proof(each) {
  try {
    const draw = await siteData(`/giveaways/${each.id}/draw`);
    const found = draw.seed ? await check(draw) : null;
    dialog({
      title: "How the draw can be checked",
      cancel: "Close",
      body: html`<p>Before the giveaway began, the fingerprint of a secret seed was published. After the draw the seed itself is, so that anybody can repeat it.</p>
        <dl class="stack"><div><dt class="muted small">Fingerprint of the seed</dt><dd><code>${draw.commitment}</code></dd></div>
        ${draw.seed ? html`<div><dt class="muted small">Seed</dt><dd><code>${draw.seed}</code></dd></div>
          <div><dt class="muted small">Repeated in your browser</dt><dd class="stack"><span>seed ${yes(found.seed)}</span><span>tickets ${yes(found.entrants)}</span><span>winner ${yes(found.winner)}</span></dd></div>` : html`<p>The seed is published with the outcome.</p>`}
        <div><dt class="muted small">Tickets</dt><dd>${number(draw.tickets.length)} in the order in which they came</dd></div></dl>`,
    });
  } catch (error) {
    toast(error.message, "err");
  }
}

const section = (title, rows, none) => html`<section style="margin-bottom:var(--space-6)"><h2>${title}</h2>
  ${rows.length ? html`<div class="grid" style="--least:20rem">${rows.map(card)}</div>` : html`<p class="muted">${none}</p>`}</section>`;

const view = (all) => all.length === 0 ? empty("No giveaways yet", "Come back later.") : html`
  ${section("Open now", all.filter((each) => each.status === "open"), "None is open right now.")}
  ${section("Upcoming", all.filter((each) => each.status === "scheduled"), "None is announced.")}
  ${section("Past", all.filter((each) => each.status === "drawn" || each.status === "closed"), "None is over yet.")}`;

function load() {
  return show(place, async () => {
    const [all, entered] = await Promise.all([siteData("/giveaways"), signedIn() ? call("GET", "/v1/giveaways/mine").catch(() => ({ giveaway_ids: [] })) : { giveaway_ids: [] }]);
    mine = new Set(entered.giveaway_ids);
    return all;
  }, view);
}

load();
tick(() => setTimeout(load, 1500));
everySeconds(30, load);
