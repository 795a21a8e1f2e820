// Many dumps, oldest first, one at a time.
import { html, render, nothing, moment, number } from "../../design/core.js";
import { meter } from "../../design/shapes.js";
import { api } from "../api.js";
import { messageOf } from "../parts.js";
import { isRefused, summaryOf } from "./ingest-cards.js";

const EARLIEST = 1577836800;
const LATEST = 2051222400;
const SHOWN_ERRORS = 6;

/** The first number of 9 to 11 digits that can be a time. @returns null without one */
export function anchorOf(name) {
  const numbers = (name.match(/\d+/g) ?? []).filter((digits) => digits.length >= 9 && digits.length <= 11).map(Number);
  return numbers.find((anchor) => anchor >= EARLIEST && anchor <= LATEST) ?? null;
}

export class Backfill {
  constructor(place, signal, filed) {
    Object.assign(this, { place, signal, filed, files: [], skipped: 0, done: 0, failed: 0, errors: [], running: false, stopped: false, ended: "" });
    signal.addEventListener("abort", () => { this.stopped = true; });
  }

  draw() {
    const { files, skipped, running, done, failed } = this;
    render(html`<div class="stack"><h2 style="margin-bottom:0">Bulk back-fill</h2>
      <p class="muted" style="margin-bottom:0">Leaderboard dumps whose names have the time of the capture, oldest first. Keep this tab open.</p>
      <label class="field"><span>Dumps</span><input class="input" type="file" multiple data-hook="backfill-files" ?disabled=${running} @change=${(e) => this.choose([...e.target.files])}></label>
      ${files.length || skipped ? html`<p style="margin-bottom:0">${number(files.length)} files${files.length ? `, ${moment(files[0].anchor)} to ${moment(files.at(-1).anchor)}` : ""}${skipped ? `; ${number(skipped)} without a time in the name are skipped` : ""}.</p>` : nothing}
      <div class="row">${running ? html`<button class="btn danger" type="button" @click=${() => { this.stopped = true; }}>Stop after this one</button>` : html`<button class="btn primary" type="button" data-hook="backfill-start" ?disabled=${!files.length} @click=${() => this.run()}>File ${files.length ? number(files.length) : "them"}</button>`}</div>
      ${running || this.ended ? html`<div role="status" class="progress-cell"><span>${done + failed} of ${files.length}: ${done} filed, ${failed} failed${this.ended ? `. ${this.ended}` : running ? `, now ${files[done + failed]?.file.name ?? "the rest"}` : ""}</span>${meter(files.length ? (done + failed) / files.length : 0, "Files")}</div>` : nothing}
      ${this.errors.length ? html`<ul class="small result bad">${this.errors.slice(0, SHOWN_ERRORS).map((error) => html`<li>${error}</li>`)}</ul>` : nothing}</div>`, this.place);
  }

  choose(chosen) {
    const anchored = chosen.map((file) => ({ file, anchor: anchorOf(file.name) }));
    this.files = anchored.filter((each) => each.anchor !== null).sort((a, b) => a.anchor - b.anchor);
    Object.assign(this, { skipped: chosen.length - this.files.length, done: 0, failed: 0, errors: [], ended: "" });
    this.draw();
  }

  async run() {
    Object.assign(this, { running: true, stopped: false, done: 0, failed: 0, errors: [], ended: "" });
    this.draw();
    for (const each of this.files) {
      if (this.stopped) break;
      await this.file(each);
      this.draw();
    }
    this.ended = this.done ? await this.finish() : "Nothing was filed";
    this.running = false;
    this.draw();
    this.filed();
  }

  async file({ file, anchor }) {
    const form = new FormData();
    form.append("file", file);
    try {
      const answer = await api.upload("/v1/leaderboards/insert", form, { timestamp: anchor, backfill: true, sync: true, warm: false });
      if (isRefused(answer)) throw new Error(summaryOf(answer));
      this.done++;
    } catch (error) {
      this.failed++;
      this.errors.push(`${file.name}: ${messageOf(error)}`);
    }
  }

  /** What is made of captures is made of these too. */
  async finish() {
    // The activity of players and of classes is one read model: asked twice, it would be computed twice.
    const paths = ["/v1/leaderboards/warm", "/v1/activity/backfill?total_days=730&force=true"];
    const failures = [];
    for (const path of paths) await api.post(path).catch((error) => failures.push(`${path.split("?")[0]}: ${messageOf(error)}`));
    if (failures.length) return `Filed, but not all is made of it yet: ${failures.join("; ")}`;
    return this.stopped ? "Stopped; what was filed is counted now" : "All is filed and is counted now";
  }
}
