// The vault: drawers of prizes and the codes in them.
import { html, show, ago, badge, number, nothing } from "../../design/core.js";
import { dialog, toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { button, confirmed, readable, tableOf } from "./parts.js";
import { Codes } from "./giveaways-codes.js";

export class Vault {
  constructor(place) {
    this.place = place;
    this.list = tableOf({ caption: "Drawers", filter: (row) => `${row.name} ${row.description ?? ""}`, columns: this.columns(), rowHook: "drawer-row", none: "The vault is empty: make a drawer for a prize, then put codes into it" });
    this.codesPlace = document.createElement("section");
  }

  load() {
    return show(this.place, () => api.get("/admin/vault/items"), (drawers) => {
      this.list.table.show(drawers);
      return html`<div class="row between"><h2 style="margin-bottom:0">Drawers</h2><button class="btn primary" type="button" data-hook="drawer-create" @click=${() => this.edit(null)}>New drawer</button></div>${this.list.place}${this.codesPlace}`;
    });
  }

  columns() {
    return [
      { key: "name", label: "Prize", view: (row) => html`<strong>${row.name}</strong>${row.description ? html`<br><span class="muted small">${row.description}</span>` : nothing}` },
      { key: "available", label: "Available", num: true, view: (row) => (row.available ? badge(number(row.available), "good") : badge("0", "warn")) },
      { key: "reserved", label: "Reserved", num: true, view: (row) => number(row.reserved) },
      { key: "awarded", label: "Awarded", num: true, view: (row) => number(row.awarded) },
      { key: "created_at", label: "Made", view: (row) => html`<span class="nowrap">${ago(row.created_at)}</span>` },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell">${button("Codes", () => this.open(row), { hook: "codes" })}${button("Edit", () => this.edit(row))}${button("Delete", () => this.remove(row), { danger: true, disabled: row.reserved + row.awarded > 0, title: row.reserved + row.awarded > 0 ? "Codes of it are in use" : nothing })}</div>` },
    ];
  }

  open(row) {
    this.codesPlace.className = "card stack";
    this.codes = new Codes(this.codesPlace, row, () => this.load());
    this.codes.start();
    this.codesPlace.scrollIntoView({ block: "nearest" });
  }

  async edit(row) {
    const body = html`<div class="form wide"><label class="field"><span>Name of the prize</span><input class="input" name="name" maxlength="120" .value=${row?.name ?? ""}></label>
      <label class="field"><span>Description</span><textarea class="input" name="description" maxlength="2000" .value=${row?.description ?? ""}></textarea></label></div>`;
    const done = await dialog({ title: row ? "Edit the drawer" : "New drawer", body, confirm: row ? "Save" : "Make", armed: (form) => Boolean(form.elements.name.value.trim()), action: ({ elements }) => readable(() => this.save(row, { name: elements.name.value.trim(), description: elements.description.value.trim() || (row ? "" : null) })) });
    if (!done) return;
    toast(row ? "Saved" : "Made: put codes into it");
    await this.load();
    if (!row) this.open(done);
  }

  save(row, sent) {
    return row ? api.patch(`/admin/vault/items/${row.id}`, sent) : api.post("/admin/vault/items", sent);
  }

  async remove(row) {
    const done = await confirmed({ title: `Delete the drawer “${row.name}”?`, text: html`Its ${number(row.available)} codes go with it.`, confirm: "Delete", said: "Deleted", action: () => api.del(`/admin/vault/items/${row.id}`) });
    if (!done) return;
    this.codesPlace.replaceChildren();
    this.codesPlace = document.createElement("section");
    this.load();
  }
}
