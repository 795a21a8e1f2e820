// What an account or a token looked like at a time, made of its events until then.
import { html, render, nothing, show, moment } from "../../design/core.js";
import { api } from "../api.js";
import { pairs } from "./parts.js";

const ROUTES = { account: "/admin/users/", token: "/admin/tokens/" };

/** @param filter of the history; nothing is shown unless it is of one account or token */
export function asOfCard(place, filter) {
  const [kind, id] = subject(filter);
  place.kiwiShown = false;
  if (!ROUTES[kind]) return render(nothing, place);
  const inner = document.createElement("div");
  render(html`<section class="card stack" data-hook="as-of"><div class="row between"><h2 style="margin-bottom:0">The ${kind} as of</h2>
    <label class="row"><span class="hidden-text">Time</span><input class="input narrow" type="datetime-local" step="1" .value=${local(filter.to ? new Date(filter.to) : new Date())} @change=${(e) => e.target.value && read(new Date(e.target.value))}></label></div>${inner}</section>`, place);
  const read = (at) => show(inner, async () => [at, await api.get(ROUTES[kind] + encodeURIComponent(id), { at: at.toISOString() })], ([when, state]) => view(when, state));
  return momentOf(filter).then(read);
}

function subject(filter) {
  if (filter.account) return ["account", filter.account];
  if (filter.token) return ["token", filter.token];
  return (filter.entity ?? "").split(/:(.*)/);
}

/** The time of the position before which is looked, where one is given. */
async function momentOf(filter) {
  if (filter.to) return new Date(filter.to);
  if (!filter.before_position) return new Date();
  const event = await api.get(`/admin/history/${filter.before_position - 1}`).catch(() => null);
  return event ? new Date(event.event.at) : new Date();
}

const view = (when, state) => html`<p class="muted small">At ${moment(when.toISOString())}; changed last ${moment(state.changed_at)}.</p>
  ${pairs(Object.entries(state).filter(([key]) => !["as_of", "changed_at"].includes(key)).map(([key, value]) => [key.replaceAll("_", " "), written(key, value)]))}`;

function written(key, value) {
  if (value === null) return html`<span class="muted">none</span>`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(", ") || html`<span class="muted">none</span>`;
  return key.endsWith("_at") ? moment(value) : String(value);
}

const local = (at) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
