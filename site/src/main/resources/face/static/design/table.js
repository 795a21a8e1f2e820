// A table that sorts, filters and pages by itself.
import { html, render, nothing, empty, debounced } from "./core.js";

/**
 * @param columns [{key, label, num, sort: row => value (false: none), view: row => template}]
 * @param filter row => text that is searched; no field without it
 * @param rowHook data-hook of the rows
 */
export class DataTable {
  constructor(place, { columns, caption = "", filter = null, pageSize = 50, sort = null, rowHook = "row", none = "Nothing here yet", tools = nothing }) {
    Object.assign(this, { place, columns, caption, filter, pageSize, rowHook, none, tools });
    this.sort = sort ?? { key: null, up: true };
    this.rows = [];
    this.page = 0;
    this.text = "";
    this.search = debounced((text) => { this.text = text; this.page = 0; this.draw(); }, 150);
  }

  show(rows) {
    this.rows = rows;
    this.page = Math.min(this.page, Math.max(0, Math.ceil(this.found().length / this.pageSize) - 1));
    this.draw();
    return this;
  }

  found() {
    const wanted = this.text.trim().toLowerCase();
    const rows = wanted && this.filter ? this.rows.filter((row) => this.filter(row).toLowerCase().includes(wanted)) : this.rows;
    const column = this.columns.find((each) => each.key === this.sort.key);
    if (!column) return rows;
    const value = typeof column.sort === "function" ? column.sort : (row) => row[column.key];
    const order = (a, b) => (a == null ? 1 : b == null ? -1 : typeof a === "string" ? a.localeCompare(b) : a - b);
    return [...rows].sort((a, b) => {
      const x = value(a), y = value(b);
      return x == null || y == null ? order(x, y) : (this.sort.up ? 1 : -1) * order(x, y);
    });
  }

  order(column) {
    this.sort = { key: column.key, up: this.sort.key === column.key ? !this.sort.up : !column.num };
    this.draw();
  }

  draw() {
    const found = this.found();
    const pages = Math.max(1, Math.ceil(found.length / this.pageSize));
    const shown = found.slice(this.page * this.pageSize, (this.page + 1) * this.pageSize);
    const turn = (by) => { this.page += by; this.draw(); };
    render(html`
      ${this.filter || this.tools !== nothing ? html`<div class="table-tools">
        ${this.filter ? html`<input class="input" type="search" style="max-width:18rem" placeholder="Filter" aria-label="Filter ${this.caption}" data-hook="table-filter" @input=${(e) => this.search(e.target.value)}>` : nothing}
        <div class="row">${this.tools}</div></div>` : nothing}
      ${found.length === 0 ? empty(this.text ? "Nothing matches" : this.none) : html`
      <div class="table-wrap" tabindex="0" role="region" aria-label=${this.caption || "Table"}>
        <table>
          <caption class="hidden-text">${this.caption}</caption>
          <thead><tr>${this.columns.map((column) => this.head(column))}</tr></thead>
          <tbody>${shown.map((row) => html`<tr data-hook=${this.rowHook}>${this.columns.map((column) => html`<td class=${column.num ? "num" : ""}>${column.view ? column.view(row) : row[column.key] ?? "–"}</td>`)}</tr>`)}</tbody>
        </table>
      </div>`}
      ${pages > 1 ? html`<nav class="table-tools" aria-label="Pages">
        <span class="muted small">${this.page * this.pageSize + 1}–${this.page * this.pageSize + shown.length} of ${found.length}</span>
        <span class="row"><button class="btn s" type="button" ?disabled=${this.page === 0} @click=${() => turn(-1)}>Previous</button>
        <button class="btn s" type="button" ?disabled=${this.page >= pages - 1} @click=${() => turn(1)}>Next</button></span></nav>` : nothing}`, this.place);
  }

  head(column) {
    const sorted = this.sort.key === column.key ? (this.sort.up ? "ascending" : "descending") : "none";
    return column.sort === false
      ? html`<th scope="col" class=${column.num ? "num" : ""}>${column.label}</th>`
      : html`<th scope="col" class=${column.num ? "num" : ""} aria-sort=${sorted}><button type="button" @click=${() => this.order(column)}>${column.label}</button></th>`;
  }
}
