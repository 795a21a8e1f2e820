// Settings by category: what is in force, what the default is, and a form for each.
import { html, render, repeat, show, nothing, number, badge } from "../../design/core.js";
import { tabList } from "../../design/feedback.js";
import { api } from "../api.js";
import { SigningKeys } from "./config-keys.js";
import { SettingRow } from "./config-setting.js";

const REMEMBERED = "kiwi_config_category";

export function mount(place) {
  return new Config(place).load();
}

class Config {
  constructor(place) {
    Object.assign(this, { place, text: "", rows: new Map(), keys: new SigningKeys() });
    this.category = localStorage.getItem(REMEMBERED);
  }

  load() {
    return show(this.place, () => api.get("/admin/config"), ({ items }) => {
      this.items = items;
      if (!this.categories().includes(this.category)) this.category = this.categories()[0];
      queueMicrotask(() => this.wire());
      return this.view();
    });
  }

  categories() {
    return [...new Set(this.items.map((item) => item.category))];
  }

  overrides(category) {
    return this.items.filter((item) => !item.is_default && (!category || item.category === category)).length;
  }

  wire() {
    const list = this.place.querySelector("[role=tablist]");
    if (list) tabList(list, (tab) => this.choose(tab.dataset.category));
  }

  choose(category) {
    this.category = category;
    try { localStorage.setItem(REMEMBERED, category); } catch { /* it lasts for this visit */ }
    this.draw();
  }

  draw() {
    render(this.view(), this.place);
  }

  /** After a change, without asking for all of them again. */
  changed(item) {
    this.items = this.items.map((each) => (each.key === item.key ? item : each));
    this.draw();
  }

  shown() {
    const wanted = this.text.toLowerCase();
    if (!wanted) return this.items.filter((item) => item.category === this.category);
    return this.items.filter((item) => `${item.key} ${item.description} ${words(item.key)}`.toLowerCase().includes(wanted));
  }

  view() {
    const shown = this.shown();
    return html`
      <div class="row between"><label class="field" style="flex:0 1 22rem"><span>Find a setting</span><input class="input" type="search" data-hook="search" placeholder="in all categories" @input=${(e) => { this.text = e.target.value.trim(); this.draw(); }}></label>
        <span class="muted small">${number(this.overrides())} of ${number(this.items.length)} are not at their default.</span></div>
      <div class="tabs sub" role="tablist" aria-label="Categories" ?hidden=${Boolean(this.text)}>${this.categories().map((name) => html`
        <button type="button" role="tab" id="category-${name}" aria-controls="settings" data-category=${name} aria-selected=${name === this.category} tabindex=${name === this.category ? 0 : -1}>${words(name)}${this.overrides(name) ? html` ${badge(this.overrides(name), "warn")}` : nothing}</button>`)}</div>
      <section class="card" id="settings" role=${this.text ? nothing : "tabpanel"} aria-label=${words(this.text ? "Found settings" : this.category)} style="padding-block:0">
        ${shown.length ? repeat(shown, (item) => item.key, (item) => this.row(item).view(item, Boolean(this.text))) : html`<div class="empty" data-hook="empty"><strong>No such setting</strong></div>`}
      </section>
      ${this.keys.place}`;
  }

  row(item) {
    if (!this.rows.has(item.key)) this.rows.set(item.key, new SettingRow((changed) => this.changed(changed), () => this.draw()));
    return this.rows.get(item.key);
  }
}

export const words = (name) => name[0].toUpperCase() + name.slice(1).replaceAll("_", " ");
