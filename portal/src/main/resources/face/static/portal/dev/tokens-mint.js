// The form that makes a token.
import { html, render, nothing } from "../../design/core.js";
import { api } from "../api.js";
import { field, messageOf } from "../parts.js";
import { lines } from "./lines.js";

const EXPIRIES = [["30", "in 30 days"], ["60", "in 60 days"], ["90", "in 90 days"], ["", "never"]];

export class MintForm {
  /** @param made called with TokenCreated */
  constructor(place, config, enabled, made) {
    Object.assign(this, { place, config, enabled, made });
    this.error = "";
    this.busy = false;
    this.draw();
  }

  form() {
    return this.place.querySelector("form");
  }

  all() {
    return this.form()?.elements.all.checked ?? false;
  }

  /** 0 stands for all scopes; null for none chosen. */
  mask() {
    if (!this.form()) return null;
    if (this.all()) return 0;
    const bits = [...this.form().querySelectorAll("[name=scope]:checked")].map((box) => Number(box.value));
    return bits.length ? bits.reduce((sum, bit) => sum + bit, 0) : null;
  }

  chooseAll(on) {
    this.form().querySelectorAll("[name=scope]").forEach((box) => { box.checked = on; });
    this.draw();
  }

  draw() {
    const mask = this.mask();
    render(html`<form id="create-form" class="form wide" data-hook="token-create" @submit=${(e) => this.submit(e)} @change=${() => this.draw()} novalidate>
      <h2 style="margin:0">New token</h2>
      <fieldset ?disabled=${!this.enabled} class="bare form wide">
        <div class="grid" style="--least:15rem">
          ${field("Name", html`<input class="input" name="name" maxlength="80" placeholder="leader bot" autocomplete="off">`, "What uses it; at most 80 characters.")}
          ${field("Expires", html`<select class="input" name="expires">${EXPIRIES.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select>`, "Rotate it before then to go on.")}
          ${field("Allowed IP addresses (optional)", html`<textarea class="input mono" name="ips" rows="2" spellcheck="false" placeholder="203.0.113.7, 2001:db8::/32"></textarea>`, "Addresses and networks, one a line or with commas. Empty: from anywhere.")}
        </div>
        ${this.scopes(mask)}
        <p class="error-text" role="alert" data-hook="create-error">${this.error}</p>
        <div class="row"><button class="btn primary" type="submit" aria-busy=${this.busy} ?disabled=${this.busy}>Make the token</button>
          <span class="muted small">At most ${this.config.token_creation_daily_limit} a day.</span></div>
      </fieldset></form>`, this.place);
  }

  scopes(mask) {
    const all = this.all();
    return html`<fieldset><legend>Scopes <span class="muted" data-hook="mask">mask ${mask ?? "–"}</span></legend>
      <div class="row between"><label class="check"><input type="checkbox" name="all"><span><strong>All scopes</strong>, also those that come later</span></label>
        <span class="row"><button class="btn s quiet" type="button" ?disabled=${all} @click=${() => this.chooseAll(true)}>Check each</button><button class="btn s quiet" type="button" ?disabled=${all} @click=${() => this.chooseAll(false)}>Check none</button></span></div>
      <div class="scopes">${this.config.scopes.map(({ key, bit, description }) => html`<label class="check"><input type="checkbox" name="scope" value=${bit} ?disabled=${all}><span><code>${key}</code> <span class="muted small">bit ${bit}</span><small>${description}</small></span></label>`)}</div>
      ${this.config.scopes.length === 0 ? html`<p class="muted">The list of scopes could not be loaded. All scopes can be chosen; reload the page for the list.</p>` : nothing}</fieldset>`;
  }

  async submit(event) {
    event.preventDefault();
    if (this.busy || !this.enabled) return;
    const { name, ips, expires } = this.form().elements;
    const scopes = this.mask();
    this.error = !name.value.trim() ? "Give the token a name." : scopes === null ? "Choose a scope at least, or all scopes." : "";
    if (this.error) return this.draw();
    this.busy = true;
    this.draw();
    try {
      const made = await api.post("/tokens", { name: name.value.trim(), scopes, allowed_ips: lines(ips.value), expires_in_days: expires.value ? Number(expires.value) : null });
      this.form().reset();
      this.made(made);
    } catch (error) {
      this.error = messageOf(error);
    }
    this.busy = false;
    this.draw();
  }
}
