// A list of names that an administrator keeps: add one, remove one, replace all.
import { html, render, show, number } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";
import { api } from "../api.js";
import { attempt, button, confirmed, readable, tableOf } from "./parts.js";

export class NamedList {
  /**
   * @param path of the list: GET, POST {name}, DELETE …/{name}
   * @param noun what a name is of
   * @param columns besides the name
   * @param removal what a removal means
   * @param replace puts all of the names in place of the list
   */
  constructor(place, { path, noun, longest, columns, removal, replace }) {
    Object.assign(this, { place, path, noun, longest, removal, replace });
    const acts = { key: "acts", label: "Actions", sort: false, view: (row) => button("Remove", () => this.remove(row), { danger: true, hook: "remove" }) };
    this.list = tableOf({ caption: `${noun[0].toUpperCase()}${noun.slice(1)}s`, filter: (row) => row.name, columns: [{ key: "name", label: "Name" }, ...columns, acts], pageSize: 100, rowHook: "name-row", none: `No ${noun} yet` });
  }

  start() {
    render(html`<section class="card"><form class="row" data-hook="add" @submit=${(e) => { e.preventDefault(); this.add(e.target); }}>
        <label class="field" style="flex:1 1 14rem"><span>New ${this.noun}</span><input class="input" name="name" required maxlength=${this.longest} autocomplete="off"></label>
        <span class="row" style="align-self:end"><button class="btn primary" type="submit">Add</button><button class="btn" type="button" data-hook="replace" @click=${() => this.edit()}>Replace all…</button></span></form></section>
      <div id="names" style="min-height:20rem"></div>`, this.place);
    this.load();
  }

  load() {
    return show(this.place.querySelector("#names"), () => api.get(this.path), ({ items }) => {
      this.items = items;
      this.list.table.show(items);
      return html`<p class="muted small" style="margin-bottom:0">${number(items.length)} names.</p>${this.list.place}`;
    });
  }

  async add(form) {
    const name = form.elements.name.value.trim();
    if (!name) return;
    if (!(await attempt(() => api.post(this.path, { name }), `${name} is on the list`))) return;
    form.reset();
    this.load();
  }

  async remove({ name }) {
    const done = await confirmed({ title: `Remove “${name}”?`, text: this.removal, confirm: "Remove", said: "Removed", action: () => api.del(`${this.path}/${encodeURIComponent(name)}`) });
    if (done) this.load();
  }

  /** The list as text, a name a line, to be edited as a whole. */
  async edit() {
    const wanted = (form) => form.elements.names.value.split("\n").map((name) => name.trim()).filter(Boolean);
    const before = (this.items ?? []).map((item) => item.name).join("\n");
    const names = await dialog({
      title: `Replace all ${this.noun}s`, wide: true, confirm: "Go on",
      body: html`<label class="field"><span>One name a line</span><textarea class="input mono" name="names" rows="16" .value=${before}></textarea></label>`,
      armed: (form) => wanted(form).length > 0,
      action: async (form) => wanted(form),
    });
    if (names) await this.sure(names);
  }

  async sure(names) {
    const kept = new Set(names);
    const gone = (this.items ?? []).filter((item) => !kept.has(item.name)).length;
    const done = await confirmed({ title: "Replace the whole list?", text: `It has ${number(names.length)} names then; ${number(gone)} of today's are dropped.`, confirm: "Replace", said: "Replaced", action: () => readable(() => this.replace(names)) });
    if (done) this.load();
  }
}
