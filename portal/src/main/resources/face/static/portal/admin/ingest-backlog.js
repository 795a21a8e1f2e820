// Filing the kept dumps of the server's own backlog again.
import { html, render, nothing, number, moment, failed } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";
import { meter } from "../../design/shapes.js";
import { api } from "../api.js";
import { poll, readable } from "./parts.js";

const SHOWN_ERRORS = 6;

export class Backlog {
  constructor(place, signal, filed) {
    Object.assign(this, { place, signal, filed, clear: false, status: null, said: "" });
  }

  start() {
    this.look();
    this.soon = poll(() => (this.status?.running ? 1.5 : 6), () => this.look(), this.signal);
  }

  async look() {
    try {
      const was = this.status?.running;
      this.status = await api.get("/v1/leaderboards/reingest-status");
      this.draw();
      if (was && !this.status.running) this.filed();
    } catch (error) {
      if (!this.status) render(html`<h2>Backlog re-ingest</h2>${failed(error, () => this.look())}`, this.place);
    }
  }

  draw() {
    const { status } = this;
    render(html`<div class="stack"><h2 style="margin-bottom:0">Backlog re-ingest</h2>
      <p class="muted" style="margin-bottom:0">${status.backlog_dir_exists ? html`${number(status.backlog_files)} dumps are kept in <code>${status.backlog_dir}</code>.` : html`There is no backlog yet: <code>${status.backlog_dir}</code> does not exist.`}</p>
      <label class="check"><input type="checkbox" .checked=${this.clear} ?disabled=${status.running} @change=${(e) => { this.clear = e.target.checked; }}><span>Delete all captures first</span></label>
      <div class="row"><button class="btn" type="button" data-hook="reingest" ?disabled=${status.running || !status.backlog_files} @click=${() => this.ask()}>File them again</button></div>
      ${this.said ? html`<p class="result" role="status">${this.said}</p>` : nothing}
      ${status.phase ? this.progress() : nothing}</div>`, this.place);
  }

  progress() {
    const { status } = this;
    const part = status.total ? status.done / status.total : status.running ? 0 : 1;
    return html`<div class="progress-cell" role="status">
        <span>${status.running ? status.phase : `Done ${moment(status.finished_at)}`}: ${number(status.done)} of ${number(status.total)}, ${number(status.ok)} filed, ${number(status.failed)} failed</span>${meter(part, "Dumps")}</div>
      ${status.errors.length ? html`<ul class="small result bad">${status.errors.slice(0, SHOWN_ERRORS).map((error) => html`<li>${moment(error.anchor)}: ${error.error}</li>`)}</ul>` : nothing}`;
  }

  ask() {
    const text = this.clear ? "Every capture is deleted first, also those that no kept dump brings back." : "Captures that are held already stay as they are.";
    return dialog({ title: "File the backlog again?", body: html`<p>${text}</p>`, confirm: "File them again", danger: this.clear, action: async () => {
      const answer = await readable(() => api.post(`/v1/leaderboards/reingest-backlog${this.clear ? "?clear_first=true" : ""}`));
      this.said = answer.message ?? "";
      await this.look();
      this.soon();
    } });
  }
}
