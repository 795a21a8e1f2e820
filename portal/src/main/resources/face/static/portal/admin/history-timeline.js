// Events below each other by day; an opened one shows its payload and its chain of causes.
import { html, repeat, nothing, badge, day, asDate, skeleton, failed, render, moment } from "../../design/core.js";
import { api } from "../api.js";
import { button, pairs, pretty } from "./parts.js";

const DOTS = ["--chart-1", "--chart-2", "--chart-3", "--chart-4", "--chart-5", "--chart-6", "--chart-7", "--chart-8"];
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

export class Timeline {
  /** @param look called with another filter */
  constructor(look) {
    this.look = look;
  }

  view(items) {
    const rows = items.flatMap((item, i) => (i === 0 || day(items[i - 1].at) !== day(item.at) ? [{ day: day(item.at), position: `day ${day(item.at)}` }, item] : [item]));
    return html`<ol class="events" data-hook="events">${repeat(rows, (row) => row.position, (row) => (row.day ? html`<li class="day">${row.day}</li>` : this.event(row)))}</ol>`;
  }

  event(item) {
    return html`<li data-hook="event-row" data-position=${item.position} style="--dot:var(${dot(item.context)})"><details @toggle=${(e) => this.open(e.target, item)}>
      <summary><span class="event-line"><time class="muted num" datetime=${item.at} title=${moment(item.at)}>${clock.format(asDate(item.at))}</time><strong>${item.type}</strong><code class="small">${item.entity}</code><span class="muted small">by ${actorOf(item)} · #${item.position}</span></span></summary>
      <div class="event-body"></div></details></li>`;
  }

  async open(details, item) {
    const body = details.querySelector(".event-body");
    if (!details.open || body.kiwiAsked) return;
    body.kiwiAsked = true;
    render(skeleton(3), body);
    try {
      render(this.detail(await api.get(`/admin/history/${item.position}`)), body);
    } catch (error) {
      body.kiwiAsked = false;
      render(failed(error, () => this.open(details, item)), body);
    }
  }

  detail({ event, causes, related }) {
    return html`
      ${pairs([["Entity", html`<code>${event.entity}</code>, its event ${event.sequence}`], ["Actor", html`<code>${actorOf(event)}</code>`], ["Address", event.ip], ["Request", event.request_id ? html`<code>${event.request_id}</code>` : null], ["Correlation", event.correlation_id ? html`<code>${event.correlation_id}</code>` : null], ["Id", html`<code>${event.id}</code>`], ["Revision", event.revision]].filter(([, value]) => value != null))}
      <div class="row">
        ${button("This entity", () => this.look({ entity: event.entity }))}
        ${button("As it was then", () => this.look({ entity: event.entity, before_position: String(event.position + 1) }))}
        ${event.actor.id ? button("This actor", () => this.look({ actor: actorOf(event) })) : nothing}
        ${button("This type", () => this.look({ type: event.type }))}
        ${event.ip ? button("This address", () => this.look({ ip: event.ip })) : nothing}</div>
      <div><h3>What happened</h3>${pretty(event.payload)}</div>
      <div><h3>Why</h3>${chainOf(event, causes)}</div>
      ${related.length ? html`<div><h3>Of the same request or process</h3>${chain([...related, event].sort((a, b) => a.position - b.position), event)}</div>` : nothing}`;
  }
}

/** From the first cause down to the event. */
function chainOf(event, causes) {
  if (!causes.length) return html`<p class="muted" style="margin-bottom:0">${event.causation_id ? "The event that led to it is not held any more." : event.request_id ? html`A request led to it directly: <code>${event.request_id}</code>.` : "Nothing that is known led to it."}</p>`;
  return chain([...causes.toReversed(), event], event);
}

const chain = (events, here) => html`<ol class="chain" data-hook="chain">${events.map((each) => html`<li class=${each.position === here.position ? "here" : ""}>
  ${each.position === here.position ? badge("this one", "accent") : nothing}<strong>${each.type}</strong><code class="small">${each.entity}</code>
  <span class="muted small">${moment(each.at)} · by ${actorOf(each)} · ${each.position === here.position ? `#${each.position}` : html`<a href="#history?after_position=${each.position - 1}&before_position=${each.position + 1}">#${each.position}</a>`}</span></li>`)}</ol>`;

const actorOf = ({ actor }) => (actor.kind === actor.id || !actor.id ? actor.kind ?? "unknown" : `${actor.kind}:${actor.id}`);

/** A context keeps its colour. */
function dot(context) {
  let sum = 0;
  for (const letter of context) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return DOTS[sum % DOTS.length];
}
