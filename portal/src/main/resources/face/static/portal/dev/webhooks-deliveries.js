// How one webhook is doing, and each message that was sent.
import { html, render, show, nothing, ago, badge, moment, number, failed } from "../../design/core.js";
import { dialog, toast } from "../../design/feedback.js";
import { DataTable } from "../../design/table.js";
import { api } from "../api.js";

const TONES = { delivered: "good", pending: "info", failed: "bad", cancelled: "warn" };

export class Deliveries {
  constructor(place, webhook) {
    Object.assign(this, { place, webhook, path: `/webhooks/${webhook.id}`, items: [], cursor: null });
  }

  load() {
    return show(this.place, () => Promise.all([api.get(`${this.path}/standing`), api.get(`${this.path}/deliveries`, { limit: 25 })]), ([standing, page]) => {
      this.standing = standing;
      this.items = page.items;
      this.cursor = page.has_more ? page.next_cursor : null;
      this.lookAgain();
      return this.view();
    });
  }

  /** What was ordered a moment ago is sent a moment later. */
  lookAgain() {
    const young = this.items.some((row) => row.status === "pending" && Date.now() - new Date(row.created_at) < 15_000);
    if (young) setTimeout(() => this.place.isConnected && this.load(), 1500);
  }

  async more() {
    const asked = this.cursor;
    if (this.reading === asked) return;
    this.reading = asked;
    try {
      const page = await api.get(`${this.path}/deliveries`, { limit: 25, cursor: asked });
      if (this.cursor !== asked) return;
      this.items.push(...page.items);
      this.cursor = page.has_more ? page.next_cursor : null;
      render(this.view(), this.place);
    } catch (error) {
      toast(error.message, "err");
    } finally {
      if (this.reading === asked) this.reading = null;
    }
  }

  view() {
    const table = (this.table ??= document.createElement("div"));
    new DataTable(table, { caption: `Deliveries of ${this.webhook.name}`, columns: this.columns(), pageSize: 1000, rowHook: "delivery-row", none: "Nothing was sent yet: send a test", tools: html`<button class="btn s" type="button" @click=${() => this.load()}>Refresh</button>` }).show(this.items);
    return html`<div class="stack">${standingOf(this.standing)}${table}
      ${this.cursor ? html`<button class="btn s" type="button" @click=${() => this.more()}>Load more</button>` : nothing}
      <p class="muted small">Kept for 30 days.</p></div>`;
  }

  columns() {
    return [
      { key: "kind", label: "Message", view: (row) => html`<code>${row.kind}</code><br><span class="muted small">${row.id}</span>` },
      { key: "status", label: "Status", view: (row) => html`${badge(row.status, TONES[row.status])}${row.next_attempt_at ? html`<br><span class="muted small nowrap">next ${ago(row.next_attempt_at)}</span>` : nothing}` },
      { key: "attempts", label: "Attempts", num: true, view: (row) => number(row.attempts) },
      { key: "last_status", label: "Last answer", num: true, view: (row) => row.last_status ?? "–" },
      { key: "created_at", label: "When", view: (row) => html`<span class="nowrap">${ago(row.created_at)}</span>` },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell"><button class="btn s" type="button" @click=${() => this.look(row)}>Look</button><button class="btn s" type="button" ?disabled=${row.status === "pending" || !this.webhook.enabled} @click=${() => this.again(row)}>Send again</button></div>` },
    ];
  }

  async again(row) {
    try {
      await api.post(`${this.path}/deliveries/${row.id}/redeliver`);
      toast("It is sent once more");
      this.load();
    } catch (error) {
      toast(error.message, "err");
    }
  }

  async look(row) {
    const delivery = await api.get(`${this.path}/deliveries/${row.id}`).catch((error) => error);
    dialog({ title: `${row.kind}, ${row.status}`, wide: true, cancel: "Close", body: delivery instanceof Error ? failed(delivery) : deliveryOf(delivery) });
  }
}

const standingOf = (standing) => html`
  ${standing.failing_since ? html`<div class="note bad"><p><strong>Failing since ${moment(standing.failing_since)}</strong>: ${standing.failures === 1 ? "the last post" : html`the last ${number(standing.failures)} posts`} did not get through.${standing.not_before ? html` The next one is tried ${ago(standing.not_before)}; a test goes out at once.` : nothing}</p></div>` : nothing}
  ${standing.dropped ? html`<div class="note warn"><p>${number(standing.dropped)} messages were not queued, because a thousand waited; the last ${ago(standing.last_dropped_at)}.</p></div>` : nothing}
  ${standing.waiting ? html`<p class="muted small">${number(standing.waiting)} wait to be sent.</p>` : nothing}`;

const deliveryOf = (delivery) => html`
  <h3>Body</h3><pre class="code answer" tabindex="0"><code>${JSON.stringify(typeof delivery.payload === "string" ? JSON.parse(delivery.payload) : delivery.payload, null, 2)}</code></pre>
  <h3>Attempts</h3>
  ${delivery.log.length ? html`<div class="table-wrap" tabindex="0" role="region" aria-label="Attempts"><table><thead><tr><th>#</th><th>When</th><th class="num">Time</th><th>Answer</th></tr></thead>
    <tbody>${delivery.log.map((attempt) => html`<tr><td>${attempt.number}</td><td class="nowrap">${moment(attempt.started_at)}</td><td class="num nowrap">${number(attempt.duration_ms)} ms</td><td class="wrapped">${attempt.status ? badge(attempt.status, attempt.status < 300 ? "good" : "bad") : nothing} ${attempt.error ?? attempt.answer ?? ""}</td></tr>`)}</tbody></table></div>` : html`<p class="muted">None yet.</p>`}`;
