// One setting: its value in force, and the form that changes it.
import { html, nothing, ago, badge, number } from "../../design/core.js";
import { toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { messageOf } from "../parts.js";
import { button, confirmed } from "./parts.js";

const LONG = 60;

export class SettingRow {
  /** @param changed called with the item as the server has it now @param draw draws the list again */
  constructor(changed, draw) {
    Object.assign(this, { changed, redraw: draw, error: "", busy: false });
  }

  view(item, withCategory) {
    return html`<div class="setting" data-hook="setting" data-key=${item.key}>
      <div><p class="row"><code>${item.key}</code>${item.is_default ? nothing : badge("changed", "warn")}${item.secret ? badge("secret", "info") : nothing}${withCategory ? badge(item.category) : nothing}</p>
        <p id="about-${item.key}">${item.description}</p>
        <p class="muted small">Default: ${written(item, item.default)}${bounds(item)}${item.updated_at ? html`. Changed ${ago(item.updated_at)}, <a href="#history?entity=setting:${item.key}">by whom</a>` : nothing}</p></div>
      <form @submit=${(e) => { e.preventDefault(); this.save(item, e.target); }} novalidate>
        ${this.input(item)}
        <button class="btn s primary" type="submit" data-hook="save" aria-busy=${this.busy} ?disabled=${this.busy}>Save</button>
        ${button("Reset", () => this.reset(item), { disabled: item.is_default || this.busy, hook: "reset" })}
        ${this.error ? html`<p class="error-text" role="alert" style="flex-basis:100%">${this.error}</p>` : nothing}
      </form></div>`;
  }

  input(item) {
    const label = item.key;
    if (item.secret) return html`<span class="mono">${masked(item.value)}</span><input class="input" type="password" name="value" autocomplete="new-password" aria-label=${label} aria-describedby="about-${item.key}" placeholder="New value">`;
    if (item.type === "bool") return html`<select class="input" name="value" aria-label=${label} aria-describedby="about-${item.key}"><option value="true" ?selected=${item.value}>on</option><option value="false" ?selected=${!item.value}>off</option></select>`;
    if (item.choices?.length) return html`<select class="input" name="value" aria-label=${label} aria-describedby="about-${item.key}">${item.choices.map((choice) => html`<option ?selected=${choice === item.value}>${choice}</option>`)}</select>`;
    if (item.type === "int" || item.type === "float") return html`<input class="input" type="number" name="value" step=${item.type === "int" ? 1 : "any"} min=${item.min_value ?? nothing} max=${item.max_value ?? nothing} .value=${String(item.value)} aria-label=${label} aria-describedby="about-${item.key}">`;
    if (String(item.value).length > LONG) return html`<textarea class="input" name="value" rows="4" .value=${item.value} aria-label=${label} aria-describedby="about-${item.key}"></textarea>`;
    return html`<input class="input" name="value" .value=${item.value} aria-label=${label} aria-describedby="about-${item.key}">`;
  }

  async save(item, form) {
    const { value, wrong } = read(item, form.elements.value.value);
    this.error = wrong ?? "";
    if (wrong) return this.redraw();
    const put = () => api.put(`/admin/config/${item.key}`, { value });
    if (item.category === "features" && value === false && item.value !== false) {
      const sent = {};
      const done = await confirmed({ title: `Switch ${item.key} off?`, text: `${item.description}. It acts within five seconds, for everybody.`, confirm: "Switch off", said: "Switched off", action: async () => { sent.item = await put(); } });
      if (done) return this.changed(sent.item);
      form.reset();
      return this.redraw();
    }
    await this.send(put, "Saved");
    if (item.secret && !this.error) form.reset();
  }

  reset(item) {
    return this.send(() => api.del(`/admin/config/${item.key}`), "The default counts again");
  }

  async send(work, said) {
    this.busy = true;
    this.redraw();
    try {
      const item = await work();
      this.error = "";
      this.busy = false;
      toast(said);
      this.changed(item);
    } catch (error) {
      this.error = messageOf(error);
    } finally {
      this.busy = false;
      this.redraw();
    }
  }
}

/** What was typed as a value of the setting's type. @returns {value} or {wrong} */
function read(item, text) {
  if (item.type === "bool") return { value: text === "true" };
  if (item.secret && text === "") return { wrong: "Type the new value." };
  if (item.type === "str") return { value: text };
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) return { wrong: "Type a number." };
  if (item.type === "int" && !Number.isInteger(value)) return { wrong: "Type a whole number." };
  if (item.min_value !== null && value < item.min_value) return { wrong: `At least ${number(item.min_value)}.` };
  if (item.max_value !== null && value > item.max_value) return { wrong: `At most ${number(item.max_value)}.` };
  return { value };
}

/** Never more than the last four characters. */
const masked = (value) => (value ? `••••${String(value).slice(-4)}` : "not set");

function written(item, value) {
  if (item.secret) return masked(value);
  if (item.type === "bool") return value ? "on" : "off";
  if (value === "") return html`<em>empty</em>`;
  return html`<code>${String(value).length > LONG ? `${String(value).slice(0, LONG)}…` : value}</code>`;
}

function bounds({ min_value: least, max_value: most }) {
  if (least === null && most === null) return nothing;
  if (most === null) return `, at least ${number(least)}`;
  if (least === null) return `, at most ${number(most)}`;
  return `, ${number(least)} to ${number(most)}`;
}
