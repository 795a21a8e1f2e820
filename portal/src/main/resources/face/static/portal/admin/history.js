// The explorer of events: filters, a timeline, and what an event came of.
import { html, nothing, queryString, render, show } from "../../design/core.js";
import { toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { saveFile } from "../parts.js";
import { hashQuery } from "../dev/hash.js";
import { Filters, FIELDS, isTimeline } from "./history-filters.js";
import { Timeline } from "./history-timeline.js";
import { asOfCard } from "./history-past.js";
import { poll } from "./parts.js";

const PAGE = 50;
const MOST_EXPORTED = 20_000;

export function mount(place, { signal }) {
  const history = new History(place, signal);
  window.addEventListener("hashchange", () => history.fromHash(), { signal });
  history.fromHash();
  poll(() => 4, () => history.follow(), signal);
}

class History {
  constructor(place, signal) {
    Object.assign(this, { place, signal, filter: {}, items: [], cursor: null, live: false });
    render(html`<section class="card" id="filters"></section><div id="past"></div><div class="row between"><div id="tools" class="row"></div></div><div id="events" style="min-height:40rem"></div>`, place);
    this.filters = new Filters(place.querySelector("#filters"), (filter) => this.choose(filter));
  }

  fromHash() {
    const query = hashQuery();
    this.filter = Object.fromEntries(FIELDS.map((name) => [name, query.get(name)]).filter(([, value]) => value));
    this.start();
  }

  /** An entry of the browser's history each, so that one can go back. */
  choose(filter) {
    location.hash = `history${queryString(filter)}`;
  }

  start() {
    this.filters.draw(this.filter);
    asOfCard(this.place.querySelector("#past"), this.filter);
    this.timeline = new Timeline((filter) => this.choose(filter));
    this.tools();
    this.load();
  }

  tools() {
    render(html`<label class="check"><input type="checkbox" data-hook="live" .checked=${this.live} ?disabled=${Boolean(this.filter.to || this.filter.before_position)} @change=${(e) => { this.live = e.target.checked; this.follow(); }}><span>Show new events as they come</span></label>
      ${isTimeline(this.filter) ? nothing : html`<button class="btn s" type="button" data-hook="export" @click=${(e) => this.export(e.target)}>Save as JSON lines</button>`}`, this.place.querySelector("#tools"));
  }

  read(query) {
    if (isTimeline(this.filter)) {
      const { account, token, ip } = this.filter;
      return api.get("/admin/timeline", { account, token, ip, limit: PAGE, ...query }, { signal: this.signal });
    }
    return api.get("/admin/history", { ...this.filter, limit: PAGE, ...query }, { signal: this.signal });
  }

  load() {
    return show(this.place.querySelector("#events"), () => this.read({}), (page) => {
      this.items = page.items;
      this.cursor = page.has_more ? page.next_cursor : null;
      return this.view();
    });
  }

  async more() {
    const asked = this.cursor;
    if (this.reading === asked) return;
    this.reading = asked;
    try {
      const page = await this.read({ cursor: asked });
      if (this.cursor !== asked) return;
      this.items.push(...page.items);
      this.cursor = page.has_more ? page.next_cursor : null;
      this.draw();
    } catch (error) {
      toast(error.message, "err");
    } finally {
      if (this.reading === asked) this.reading = null;
    }
  }

  /** Puts what happened since on top. */
  async follow() {
    const events = this.place.querySelector("#events");
    if (!this.live || !events.kiwiShown) return;
    const { filter } = this;
    const fresh = await this.since(this.items[0]?.position ?? -1);
    if (filter !== this.filter || !fresh.length) return;
    const shown = this.items[0]?.position ?? -1;
    this.items.unshift(...fresh.filter((item) => item.position > shown));
    this.draw();
  }

  /** Page by page from the newest back to what is shown, so that a burst has no gap. @returns newest first */
  async since(position) {
    const fresh = [];
    const narrow = isTimeline(this.filter) || position < 0 ? {} : { after_position: position };
    let page = await this.read(narrow);
    for (;;) {
      fresh.push(...page.items.filter((item) => item.position > position));
      const reached = position < 0 || page.items.some((item) => item.position <= position);
      if (reached || !page.has_more) return fresh;
      page = await this.read({ ...narrow, cursor: page.next_cursor });
    }
  }

  draw() {
    render(this.view(), this.place.querySelector("#events"));
  }

  view() {
    if (!this.items.length) return html`<div class="empty" data-hook="empty"><strong>No event matches</strong><p>Widen the filter, or look at another time.</p></div>`;
    return html`${this.timeline.view(this.items)}${this.cursor ? html`<p><button class="btn" type="button" data-hook="load-more" @click=${() => this.more()}>Load older ones</button></p>` : html`<p class="muted small">That is the beginning.</p>`}`;
  }

  /** As many lines as a browser holds well; more of them are for a program. */
  async export(button) {
    button.disabled = true;
    try {
      const response = await api.raw("/admin/history/export", { query: this.filter, headers: { Accept: "application/x-ndjson" } });
      const { text, whole } = await firstLines(response);
      saveFile("kiwi-history.ndjson", text, "application/x-ndjson");
      toast(whole ? "Saved" : `Saved the newest ${MOST_EXPORTED.toLocaleString("en")}; narrow the filter for the rest`);
    } catch (error) {
      toast(error.message, "err");
    } finally {
      button.disabled = false;
    }
  }
}

async function firstLines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "", count = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text, whole: true };
    text += value;
    count += value.split("\n").length - 1;
    if (count < MOST_EXPORTED) continue;
    await reader.cancel();
    return { text: text.slice(0, text.lastIndexOf("\n") + 1), whole: false };
  }
}
