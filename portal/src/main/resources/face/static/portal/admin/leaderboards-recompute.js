// Makes anew what is made of captures.
import { html, render, nothing } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";
import { meter } from "../../design/shapes.js";
import { api } from "../api.js";
import { figures, poll, readable } from "./parts.js";

const MOST_DAYS = 1000;
// Both counts of activity are the one read model of that name.
const WATCHED = "activity";

export class Recompute {
  constructor(place, signal) {
    Object.assign(this, { place, signal, days: 730, results: new Map(), rebuild: null });
  }

  start() {
    this.draw();
    this.look();
    this.soon = poll(() => (this.rebuild && !this.rebuild.finished_at ? 1.5 : 5), () => this.look(), this.signal);
  }

  async look() {
    if (!this.place.isConnected) return;
    // Only how far it is; that it was begun does not depend on it.
    const state = await api.get(`/admin/projections/${WATCHED}`).catch(() => null);
    if (state) this.rebuild = state.rebuild;
    this.draw();
  }

  jobs() {
    const backfill = (path, how) => () => api.post(`${path}?total_days=${this.days}&${how}=true`);
    const activity = "/v1/activity/backfill", classes = "/v1/class-activity/backfill";
    const missing = { run: backfill(activity, "force"), classRun: backfill(classes, "force") };
    return [
      { id: "activity", title: "Player activity", text: "How many play at a time, from the captures.", acts: [["Make anew", missing.run], ["Delete and make anew", backfill(activity, "reset"), true]] },
      { id: "classes", title: "Class activity", text: "What each class gained, from the captures.", acts: [["Make anew", missing.classRun], ["Delete and make anew", backfill(classes, "reset"), true]] },
      { id: "cheaters", title: "Cheaters and alt clusters", text: "The report of the newest capture. Takes seconds.", acts: [["Make anew", () => api.post("/v1/leaderboards/cheaters/recompute")]] },
      { id: "views", title: "Views", text: "Drops kept answers, and reads each board's chart.", acts: [["Make anew", () => api.post("/v1/leaderboards/views/recompute")]] },
    ];
  }

  draw() {
    render(html`<section class="card stack"><h2 style="margin-bottom:0">Recompute</h2>
      <label class="field" style="max-width:14rem"><span>Days back</span><input class="input" type="number" min="0" max=${MOST_DAYS} .value=${String(this.days)} @change=${(e) => { this.days = Math.min(MOST_DAYS, Math.max(0, Math.floor(Number(e.target.value)) || 0)); this.draw(); }}><small>0 is all of them.</small></label>
      <ul class="items">${this.jobs().map((job) => html`<li><div><strong>${job.title}</strong><br><span class="muted small">${job.text}</span>${this.result(job.id)}</div>
        <div class="row">${job.acts.map(([label, run, danger]) => html`<button class="btn s ${danger ? "danger" : ""}" type="button" data-hook="recompute" data-id=${job.id} @click=${() => this.ask(job, label, run)}>${label}</button>`)}</div></li>`)}</ul>
      <div class="row"><button class="btn danger" type="button" data-hook="recompute-all" @click=${() => this.all()}>Everything</button></div>
      ${this.progress()}</section>`, this.place);
  }

  result(id) {
    const found = this.results.get(id);
    return found ? html`<p class="result small ${found.bad ? "bad" : "good"}" role="status">${found.text}</p>` : nothing;
  }

  progress() {
    const { rebuild } = this;
    if (!rebuild) return nothing;
    return html`<div class="progress-cell" role="status"><span class="small">Activity: ${rebuild.phase}, ${rebuild.done} of ${rebuild.total} events${rebuild.error ? `: ${rebuild.error}` : ""}</span>${meter(rebuild.finished_at ? 1 : rebuild.total ? rebuild.done / rebuild.total : 0, "Rebuild of activity")}</div>`;
  }

  ask(job, label, run) {
    return dialog({ title: `${job.title}: ${label.toLowerCase()}?`, body: html`<p>What is served stays as it is until the new one is ready.</p>`, confirm: label, danger: true, action: () => this.run(job.id, run) });
  }

  async run(id, work) {
    const answer = await readable(work);
    this.results.set(id, { text: said(answer) });
    await this.look();
    this.soon();
  }

  all() {
    const text = "Player activity, class activity, the report on cheaters, and the views, one after the other.";
    return dialog({ title: "Make everything anew?", body: html`<p>${text}</p>`, confirm: "Make anew", danger: true, action: async () => {
      for (const job of this.jobs()) await this.run(job.id, job.acts[0][1]).catch((error) => { this.results.set(job.id, { text: error.message, bad: true }); this.draw(); });
    } });
  }
}

const said = (answer) => answer?.message ?? figures(answer);
