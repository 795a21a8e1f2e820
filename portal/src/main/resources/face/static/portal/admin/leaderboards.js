// Boards and their resets, what is made of captures, and the captures.
import { html, render, show, live } from "../../design/core.js";
import { tabList, toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { tableOf } from "./parts.js";
import { Captures } from "./leaderboards-captures.js";
import { Recompute } from "./leaderboards-recompute.js";

const KINDS = ["daily", "weekly", "none"];

export function mount(place, { signal }) {
  render(html`<div class="tabs sub" role="tablist" aria-label="Leaderboards">
      <button type="button" role="tab" data-part="boards" aria-selected="true">Boards</button>
      <button type="button" role="tab" data-part="captures" aria-selected="false">Captures</button>
      <button type="button" role="tab" data-part="recompute" aria-selected="false">Recompute</button></div>
    <div id="part" role="tabpanel" class="stack" style="min-height:40rem"></div>`, place);
  const part = place.querySelector("#part");
  const open = (name) => {
    const inner = document.createElement("div");
    inner.className = "stack";
    part.replaceChildren(inner);
    ({ boards: () => new Boards(inner).load(), captures: () => new Captures(inner).load(), recompute: () => new Recompute(inner, signal).start() })[name]();
  };
  tabList(place.querySelector("[role=tablist]"), (tab) => open(tab.dataset.part));
  open("boards");
}

class Boards {
  constructor(place) {
    this.place = place;
    this.list = tableOf({ caption: "Boards", filter: (row) => `${row.name} ${row.category} ${row.uuid} ${row.name_id}`, columns: this.columns(), rowHook: "board-row", pageSize: 100, none: "No board was ever seen: file a capture" });
  }

  load() {
    return show(this.place, () => api.get("/admin/leaderboards/boards"), ({ items }) => {
      this.items = items;
      this.list.table.show(items);
      return html`<p class="muted" style="margin-bottom:0">“auto” follows the table of known boards. An override changes how days are compared, at once and for the past too.</p>${this.list.place}`;
    });
  }

  columns() {
    return [
      { key: "name", label: "Board", view: (row) => html`${row.name}<br><code class="small muted">${row.name_id}</code>` },
      { key: "uuid", label: "Id", num: true },
      { key: "category", label: "Category" },
      { key: "effective_reset_kind", label: "Starts anew" },
      { key: "reset_kind_override", label: "Override", view: (row) => this.chooser(row) },
    ];
  }

  chooser(row) {
    return html`<select class="input narrow" data-hook="override" aria-label="Reset of ${row.name}" .value=${live(row.reset_kind_override ?? "")} @change=${(e) => this.override(row, e.target)}>
      <option value="">auto</option>${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === row.reset_kind_override}>${kind}</option>`)}</select>`;
  }

  async override(row, select) {
    select.disabled = true;
    try {
      const changed = await api.patch(`/admin/leaderboards/boards/${row.uuid}`, { reset_kind_override: select.value || null });
      toast(`${row.name}: ${changed.effective_reset_kind}`);
      this.items = this.items.map((each) => (each.uuid === row.uuid ? changed : each));
      this.list.table.show(this.items);
    } catch (error) {
      select.value = row.reset_kind_override ?? "";
      toast(error.message, "err");
    } finally {
      select.disabled = false;
    }
  }
}
