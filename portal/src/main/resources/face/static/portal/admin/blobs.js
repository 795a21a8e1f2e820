// The blob store, and the job that cleans it.
import { html, show, ago, number, moment } from "../../design/core.js";
import { api } from "../api.js";
import { attempt, bytes, pairs, poll, renew, stat } from "./parts.js";

const JANITOR = "blob-sweep";

export function mount(place, { signal }) {
  let janitor = null;
  const load = (how = show) => how(place, () => Promise.all([api.get("/admin/blobs"), api.get("/admin/jobs")]), ([count, jobs]) => {
    janitor = jobs.find((job) => job.name === JANITOR);
    return view(count, janitor, run);
  });
  const run = async () => (await attempt(() => api.post(`/admin/jobs/${JANITOR}/run`), "It runs within a second or so")) && load();
  load();
  poll(() => (janitor?.running || janitor?.requested ? 2 : 30), () => load(renew), signal);
}

const view = (count, janitor, run) => html`
  <div class="stats">
    ${stat("Blobs", number(count.blobs))}
    ${stat("On disk", bytes(count.stored_bytes), "compressed")}
    ${stat("On average", count.blobs ? bytes(count.stored_bytes / count.blobs) : "–", `largest ${bytes(count.largest_bytes)}`)}
    ${stat("Unfinished uploads", number(count.unfinished_uploads), bytes(count.unfinished_bytes))}</div>
  <section class="card stack"><h2 style="margin-bottom:0">Contents</h2>${pairs([["Oldest", count.oldest_at ? moment(count.oldest_at) : "none"], ["Newest", count.newest_at ? moment(count.newest_at) : "none"]])}
    <p class="muted" style="margin-bottom:0">A blob's name is the SHA-256 of its content, so the same content is kept once.</p></section>
  <section class="card stack" data-hook="janitor"><div class="row between"><h2 style="margin-bottom:0">Janitor</h2><button class="btn" type="button" data-hook="run" ?disabled=${!janitor || janitor.running || janitor.requested} @click=${run}>Run now</button></div>
    <p class="muted" style="margin-bottom:0">Deletes blobs older than a day that no event names, and uploads that were never finished.</p>
    ${janitor ? pairs([["Last run", ago(janitor.finished_at)], ["Result", janitor.last_error ? html`<span class="down">${janitor.last_error}</span>` : janitor.last_result], ["Next", janitor.running ? "runs now" : janitor.requested ? "in a moment" : ago(janitor.next_due)]]) : html`<p>It is not among this node's jobs.</p>`}</section>`;
