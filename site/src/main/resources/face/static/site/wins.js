// Giveaways that one takes part in, with the codes that one has won.
import { html, show, empty, badge, moment, nothing } from "../design/core.js";
import { secret } from "../design/feedback.js";
import { call } from "./session.js";

function state(entry) {
  if (entry.won) return badge("won", "good");
  return { open: badge("entered, the draw is to come", "info"), cancelled: badge("cancelled", "bad"), drawn: badge("not drawn"), closed: badge("nobody was drawn") }[entry.status]
    ?? (entry.ends_at * 1000 < Date.now() ? badge("the draw is due", "warn") : badge("entered, the draw is to come", "info"));
}

export function wins(place) {
  show(place, () => call("GET", "/v1/giveaways/me"), (entries) => entries.length === 0
    ? empty("You are in no giveaway", "Open ones are on the giveaways page.", html`<a class="btn" href="/giveaways">Giveaways</a>`)
    : html`<div class="grid" style="--least:20rem">${entries.map((entry) => html`
      <article class="card stack" data-hook="giveaway" data-status=${entry.status}><header><h2>${entry.prize_name}</h2>${state(entry)}</header>
        <p>${entry.title}</p><p class="muted small">Entered ${moment(entry.entered_at)}, ends ${moment(entry.ends_at)}. Ticket <code>${entry.ticket}</code></p>
        ${entry.code ? secret(entry.code, "code") : nothing}</article>`)}</div>`);
}
