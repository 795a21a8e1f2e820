// The requests of one token, newest first.
import { html, render, show, nothing, badge, moment, number } from "../../design/core.js";
import { DataTable } from "../../design/table.js";
import { toast } from "../../design/feedback.js";
import { api } from "../api.js";

const STATUSES = [["", "all answers"], ["401", "401"], ["403", "403 forbidden"], ["404", "404 not found"], ["422", "422 invalid"], ["429", "429 too many"], ["500", "500 failed"]];

export class RequestList {
  constructor(place, token) {
    Object.assign(this, { place, token, status: "", items: [], cursor: null });
  }

  page() {
    return api.get(`/tokens/${this.token}/requests`, { limit: 50, status: this.status, cursor: this.cursor });
  }

  load() {
    this.cursor = null;
    return show(this.place, () => this.page(), (page) => {
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
      const page = await this.page();
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
    new DataTable(table, { caption: "Requests", columns: COLUMNS, pageSize: 1000, rowHook: "request-row", none: "No request is kept" }).show(this.items);
    return html`<div class="stack">
      <label class="row"><span class="small">Answered</span><select class="input" style="width:auto" @change=${(e) => { this.status = e.target.value; this.load(); }}>${STATUSES.map(([value, label]) => html`<option value=${value} ?selected=${value === this.status}>${label}</option>`)}</select><span class="muted small">Kept for 30 days.</span></label>
      ${table}
      ${this.cursor ? html`<button class="btn" type="button" data-hook="load-more" @click=${() => this.more()}>Load more</button>` : nothing}</div>`;
  }
}

const tone = (status) => (status < 400 ? "good" : status < 500 ? "warn" : "bad");
const COLUMNS = [
  { key: "created_at", label: "When", view: (row) => html`<span class="nowrap">${moment(row.created_at)}</span>` },
  { key: "path", label: "Request", view: (row) => html`<span class="method">${row.method}</span> <code>${row.path}</code>` },
  { key: "status_code", label: "Answer", view: (row) => html`${badge(row.status_code, tone(row.status_code))} ${row.error_code ?? ""}` },
  { key: "duration_ms", label: "Time", num: true, view: (row) => `${number(row.duration_ms, 1)} ms` },
  { key: "request_id", label: "Request id", sort: false, view: (row) => html`<code class="nowrap">${row.request_id ?? "–"}</code>` },
];
