// What is looked for in the history, as a form.
import { html, render, nothing, live } from "../../design/core.js";

const CONTEXTS = ["account", "config", "feed", "giveaway", "ingest", "leaderboard", "market", "misc", "rotation", "session", "siteuser", "status", "token", "webhook"];
const ACTORS = ["account", "token", "site_user", "system", "anonymous"];

/** Names in the hash; the first three ask for a timeline, which knows no other filter. */
export const FIELDS = ["account", "token", "ip", "context", "type", "entity", "actor", "from", "to", "after_position", "before_position"];

export const isTimeline = (filter) => Boolean(filter.account || filter.token || filter.ip);

export class Filters {
  /** @param chosen called with {name: text} of what is filled in */
  constructor(place, chosen) {
    Object.assign(this, { place, chosen });
  }

  draw(filter) {
    const about = isTimeline(filter) ? Object.entries(filter)[0] : null;
    render(html`<form class="filters" data-hook="history-filter" @submit=${(e) => { e.preventDefault(); this.submit(e.target); }}>
      ${about ? html`<p class="row" style="margin-bottom:0"><span>All that concerns ${about[0] === "ip" ? "the address" : `the ${about[0]}`} <code>${about[1]}</code></span></p>` : this.fields(filter)}
      <div class="row">${about ? nothing : html`<button class="btn primary" type="submit">Look</button>`}
        <button class="btn" type="button" ?disabled=${!Object.keys(filter).length} @click=${() => this.chosen({})}>Everything</button>
        ${about ? nothing : html`<button class="btn quiet" type="button" @click=${() => this.chosen({ ...filter, from: ago(1), to: "" })}>Last day</button><button class="btn quiet" type="button" @click=${() => this.chosen({ ...filter, from: ago(7), to: "" })}>Last week</button>`}</div>
    </form>`, this.place);
  }

  fields(filter) {
    const text = (name, label, hint, more = {}) => html`<label class="field"><span>${label}</span><input class="input" name=${name} list=${more.list ?? nothing} inputmode=${more.numeric ? "numeric" : nothing} placeholder=${hint} .value=${live(filter[name] ?? "")} autocomplete="off" spellcheck="false"></label>`;
    const time = (name, label) => html`<label class="field"><span>${label}</span><input class="input" type="datetime-local" step="1" name=${name} .value=${live(local(filter[name]))}></label>`;
    return html`
      <label class="field"><span>Context</span><select class="input" name="context" .value=${live(filter.context ?? "")}><option value="">any</option>${CONTEXTS.map((name) => html`<option ?selected=${name === filter.context}>${name}</option>`)}</select></label>
      ${text("type", "Type", "token.TokenMinted")}
      ${text("entity", "Entity", "token:65f0…")}
      ${text("actor", "Actor", "an id, or account:65f0…", { list: "actors" })}
      <datalist id="actors">${ACTORS.map((kind) => html`<option value="${kind}:"></option>`)}</datalist>
      ${time("from", "From")}
      ${time("to", "As of (before this time)")}
      ${text("after_position", "After position", "0", { numeric: true })}
      ${text("before_position", "As of (before this position)", "newest", { numeric: true })}`;
  }

  submit(form) {
    const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
    for (const name of ["from", "to"]) if (given[name]) given[name] = new Date(given[name]).toISOString();
    this.chosen(given);
  }
}

const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A time as its field wants it, in the browser's zone. */
function local(iso) {
  if (!iso) return "";
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
