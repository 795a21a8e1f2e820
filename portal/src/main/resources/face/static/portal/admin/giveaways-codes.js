// The codes of one drawer.
import { html, render, show, ago, badge, number, nothing } from "../../design/core.js";
import { copy, dialog, toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { button, confirmed, readable, tableOf } from "./parts.js";

const TONES = { available: "good", reserved: "info", awarded: "accent" };

export class Codes {
  /** @param changed called when the drawer's counts are others */
  constructor(place, drawer, changed) {
    Object.assign(this, { place, drawer, changed, path: `/admin/vault/items/${drawer.id}/codes` });
    this.list = tableOf({ caption: `Codes of ${drawer.name}`, columns: this.columns(), pageSize: 50, rowHook: "code-row", none: "No code yet" });
  }

  start() {
    render(html`<h3 style="margin-bottom:0">Codes of “${this.drawer.name}”</h3>
      <form class="stack" data-hook="add-codes" @submit=${(e) => { e.preventDefault(); this.add(e.target); }}>
        <label class="field"><span>New codes</span><textarea class="input mono" name="codes" rows="3" placeholder="One a line"></textarea><small>Those that are there already are skipped.</small></label>
        <div><button class="btn" type="submit">Put them in</button></div></form>
      <div id="codes" style="min-height:8rem"></div>`, this.place);
    this.load();
  }

  load() {
    return show(this.place.querySelector("#codes"), () => api.get(this.path), (codes) => {
      this.list.table.show(codes);
      return this.list.place;
    });
  }

  async add(form) {
    const codes = form.elements.codes.value.split("\n").map((code) => code.trim()).filter(Boolean);
    if (!codes.length) return;
    try {
      const answer = await readable(() => api.post(this.path, { codes }));
      toast(`${number(answer.added)} added, ${number(answer.skipped)} skipped`);
      form.reset();
      this.load();
      this.changed();
    } catch (error) {
      toast(error.message, "err");
    }
  }

  columns() {
    return [
      { key: "code", label: "Code", view: (row) => (row.code ? html`<code class="nowrap">${row.code}</code>` : html`<span class="muted">erased</span>`) },
      { key: "status", label: "Status", view: (row) => badge(row.status, TONES[row.status]) },
      { key: "created_at", label: "Added", view: (row) => html`<span class="nowrap">${ago(row.created_at)}</span>` },
      { key: "awarded_at", label: "Awarded", view: (row) => (row.awarded_at ? html`<span class="nowrap">${ago(row.awarded_at)}</span>` : "–") },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell">${row.code ? button("Copy", () => copy(row.code)) : nothing}${row.status === "awarded" ? nothing : button("Edit", () => this.edit(row))}${row.status === "available" ? button("Delete", () => this.remove(row), { danger: true }) : nothing}</div>` },
    ];
  }

  async edit(row) {
    const done = await dialog({ title: "Correct the code", confirm: "Save", body: html`<label class="field"><span>Code</span><input class="input mono" name="code" .value=${row.code ?? ""}></label>`, armed: (form) => Boolean(form.elements.code.value.trim()), action: (form) => readable(() => api.patch(`/admin/vault/codes/${row.id}`, { code: form.elements.code.value.trim() })) });
    if (done) this.load();
  }

  async remove(row) {
    const done = await confirmed({ title: "Delete this code?", text: html`<code>${row.code}</code> can be won no longer.`, confirm: "Delete", said: "Deleted", action: () => api.del(`/admin/vault/codes/${row.id}`) });
    if (!done) return;
    this.load();
    this.changed();
  }
}
