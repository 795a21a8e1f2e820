// Giveaways: make, edit, draw, cancel.
import { html, show, ago, badge, moment, number, nothing } from "../../design/core.js";
import { dialog, toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { button, confirmed, readable, tableOf } from "./parts.js";

const TONES = { open: "good", scheduled: "info", drawn: "accent", cancelled: "bad" };

export class Giveaways {
  constructor(place) {
    Object.assign(this, { place, live: true });
    this.list = tableOf({ caption: "Giveaways", filter: (row) => `${row.title} ${row.prize_name} ${row.winner_username ?? ""}`, columns: this.columns(), rowHook: "giveaway-row", none: "No giveaway yet: put a prize into the vault, then make one" });
  }

  /** @param how show or renew */
  load(how = show) {
    return how(this.place, () => Promise.all([api.get("/admin/giveaways"), api.get("/admin/vault/items")]), ([giveaways, drawers]) => {
      this.drawers = drawers;
      this.list.table.show(giveaways);
      return html`<div class="row between"><h2 style="margin-bottom:0">Giveaways</h2><button class="btn primary" type="button" data-hook="giveaway-create" ?disabled=${!drawers.some((drawer) => drawer.available)} title=${drawers.some((drawer) => drawer.available) ? nothing : "The vault has no available code"} @click=${() => this.edit(null)}>New giveaway</button></div>${this.list.place}`;
    });
  }

  columns() {
    return [
      { key: "title", label: "Giveaway", view: (row) => html`<strong>${row.title}</strong><br><span class="muted small">${row.prize_name}${row.vault_item_name && row.vault_item_name !== row.prize_name ? ` (${row.vault_item_name})` : ""}</span>` },
      { key: "status", label: "Status", view: (row) => badge(row.status, TONES[row.status]) },
      { key: "starts_at", label: "Starts", view: (row) => html`<span class="nowrap">${moment(row.starts_at)}</span>` },
      { key: "ends_at", label: "Ends", view: (row) => html`<span class="nowrap">${moment(row.ends_at)}</span><br><span class="muted small">${ago(row.ends_at)}</span>` },
      { key: "entry_count", label: "Entries", num: true, view: (row) => number(row.entry_count) },
      { key: "winner_username", label: "Winner", view: (row) => winner(row) },
      { key: "acts", label: "Actions", sort: false, view: (row) => html`<div class="actions-cell">${this.acts(row)}</div>` },
    ];
  }

  acts(row) {
    const over = ["drawn", "closed", "cancelled"].includes(row.status);
    return over ? button("History", () => { location.hash = `history?entity=giveaway:${row.id}`; }) : html`
      ${button("Edit", () => this.edit(row))}${button("Draw", () => this.draw(row), { hook: "draw" })}${button("Cancel", () => this.cancel(row), { danger: true, hook: "cancel" })}`;
  }

  async draw(row) {
    const done = await confirmed({ title: `Draw “${row.title}” now?`, text: html`Entries close, and one of ${number(row.entry_count)} entrants wins. It cannot be drawn again.`, confirm: "Draw", said: (answer) => (answer.winner_username ? `${answer.winner_username} wins` : "Nobody entered"), action: () => api.post(`/admin/giveaways/${row.id}/draw`) });
    if (done) this.load();
  }

  async cancel(row) {
    const done = await confirmed({ title: `Cancel “${row.title}”?`, text: "Nobody wins, and its code is free for another giveaway.", confirm: "Cancel the giveaway", said: "Cancelled", action: () => api.post(`/admin/giveaways/${row.id}/cancel`) });
    if (done) this.load();
  }

  async edit(row) {
    const usable = this.drawers.filter((drawer) => drawer.available || drawer.id === row?.vault_item_id);
    const body = html`<div class="form wide">
      <label class="field"><span>Title</span><input class="input" name="title" required maxlength="160" .value=${row?.title ?? ""}></label>
      <label class="field"><span>Prize</span><select class="input" name="drawer">${usable.map((drawer) => html`<option value=${drawer.id} ?selected=${drawer.id === row?.vault_item_id}>${drawer.name} (${drawer.available} available)</option>`)}</select></label>
      <label class="field"><span>Description</span><textarea class="input" name="description" maxlength="4000" .value=${row?.description ?? ""}></textarea></label>
      <div class="filters"><label class="field"><span>Starts</span><input class="input" type="datetime-local" name="starts" .value=${local(row?.starts_at ?? new Date())}></label>
      <label class="field"><span>Ends</span><input class="input" type="datetime-local" name="ends" .value=${local(row?.ends_at ?? inDays(7))}></label></div>
      <p class="muted small">In your time zone.</p></div>`;
    const done = await dialog({ title: row ? "Edit the giveaway" : "New giveaway", body, confirm: row ? "Save" : "Make", armed: complete, action: (form) => readable(() => this.save(row, form.elements)) });
    if (!done) return;
    toast(row ? "Saved" : "Made; a code is reserved");
    this.load();
  }

  save(row, fields) {
    const sent = { title: fields.title.value.trim(), vault_item_id: fields.drawer.value, description: fields.description.value.trim() || (row ? "" : null), starts_at: utc(fields.starts.value), ends_at: utc(fields.ends.value) };
    if (!row) return api.post("/admin/giveaways", sent);
    // The fields know minutes; a time that nobody touched keeps its seconds.
    if (fields.starts.value === local(row.starts_at)) delete sent.starts_at;
    if (fields.ends.value === local(row.ends_at)) delete sent.ends_at;
    return api.patch(`/admin/giveaways/${row.id}`, sent);
  }
}

const complete = ({ elements }) => Boolean(elements.title.value.trim() && elements.drawer.value && elements.starts.value && elements.ends.value && elements.ends.value > elements.starts.value);
const winner = (row) => (row.winner_username ? html`<strong>${row.winner_username}</strong><br><span class="muted small">${ago(row.drawn_at)}</span>` : row.drawn_at ? html`<span class="muted">no entrants</span>` : "–");
const inDays = (days) => new Date(Date.now() + days * 86_400_000);
const utc = (text) => new Date(text).toISOString();

/** A time as the field wants it: in the browser's zone, to the minute. */
function local(when) {
  const at = new Date(when);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
