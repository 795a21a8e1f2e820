// One card for each kind of dump.
import { html, render, nothing } from "../../design/core.js";
import { api } from "../api.js";
import { messageOf } from "../parts.js";
import { figures } from "./parts.js";

/** The value of a line "key = value" of a mod's file. */
export function valueOf(text, key) {
  const line = text.split(/\r?\n/).map((each) => each.match(/^\s*([\w.]+)\s*=\s*(.*?)\s*$/)).find((each) => each?.[1] === key);
  return line?.[2] ?? "";
}

const upload = (path) => (file, anchor) => {
  const form = new FormData();
  form.append("file", file);
  return api.upload(path, form, { timestamp: anchor });
};

const named = (path, key) => async (file) => {
  const name = valueOf(await file.text(), key);
  if (!name || name === "none") throw new Error(`${file.name} has no line “${key} = …” with a name.`);
  return api.post(path, { name });
};

export const SOURCES = [
  { id: "leaderboards", title: "Leaderboards", file: "LeaderBot.cfg", anchored: true, insert: upload("/v1/leaderboards/insert") },
  { id: "market", title: "Market", file: "GrainusMod.cfg", anchored: true, insert: upload("/v1/market/insert") },
  { id: "challenge", title: "Challenge", file: "QuestLog.cfg", insert: named("/v1/rotations/challenge/insert", "challenge") },
  { id: "chaos-chest", title: "Chaos chest", file: "WelcomeLog.cfg", insert: named("/v1/rotations/chaos-chest/insert", "chaoschest") },
];

export class InsertCard {
  constructor(place, source, filed) {
    Object.assign(this, { place, source, filed, result: null, busy: false });
  }

  draw() {
    const { source, busy, result } = this;
    render(html`<h3 style="margin-bottom:0">${source.title}</h3>
      <form class="stack" data-hook="insert-${source.id}" @submit=${(e) => { e.preventDefault(); this.insert(e.target); }}>
        <label class="field"><span>${source.file}</span><input class="input" type="file" name="file" required></label>
        ${source.anchored ? html`<label class="field"><span>Time of the capture</span><input class="input" name="anchor" inputmode="numeric" pattern="[0-9]{9,11}" placeholder="that of the file"><small>Unix seconds; empty is what the file says.</small></label>` : html`<p class="muted small" style="margin-bottom:0">Its line <code>${source.id === "challenge" ? "challenge" : "chaoschest"} = …</code> is posted.</p>`}
        <button class="btn" type="submit" aria-busy=${busy} ?disabled=${busy}>Insert</button>
      </form>
      <p class="result small ${result ? (result.bad ? "bad" : "good") : ""}" role="status" data-hook="result">${result?.text ?? nothing}</p>`, this.place);
  }

  async insert(form) {
    const file = form.elements.file.files[0];
    if (!file || !form.reportValidity()) return;
    this.busy = true;
    this.result = null;
    this.draw();
    try {
      const answer = await this.source.insert(file, form.elements.anchor?.value.trim());
      this.result = { text: summaryOf(answer), bad: isRefused(answer) };
    } catch (error) {
      this.result = { text: messageOf(error), bad: true };
    }
    this.busy = false;
    this.draw();
    this.filed();
  }
}

/** A dump that was received and not filed is told by its answer, not by its status. */
export const isRefused = (answer) => answer?.accepted === false;

/** An answer's message and figures. */
export function summaryOf(answer) {
  const known = figures(answer, ["message", "accepted"]);
  if (!answer?.message) return known || "Done";
  return known ? `${answer.message} (${known})` : answer.message;
}
