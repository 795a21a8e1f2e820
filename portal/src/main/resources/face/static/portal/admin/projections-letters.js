// Events that a projection could not apply: look, try again, give up.
import { html, nothing, ago, number, skeleton, failed, empty } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";
import { api } from "../api.js";
import { attempt, button, pretty } from "./parts.js";

const PAGE = 20;

/** @param changed called when a letter is gone */
export function lettersOf({ name }, changed) {
  const letters = new Letters(name, changed);
  return dialog({ title: `Dead letters of ${name}`, wide: true, cancel: "Close", body: (box) => letters.view(box) });
}

class Letters {
  constructor(name, changed) {
    Object.assign(this, { path: `/admin/projections/${name}/dead-letters`, changed, offset: 0, asked: false, items: null, error: null, evicting: null });
  }

  async load(draw) {
    this.asked = true;
    try {
      this.items = (await api.get(this.path, { limit: PAGE, offset: this.offset })).items;
      this.error = null;
    } catch (error) {
      this.error = error;
    }
    draw();
  }

  view({ draw }) {
    if (!this.asked) this.load(draw);
    if (this.error) return failed(this.error, () => this.load(draw));
    if (!this.items) return skeleton(4);
    if (!this.items.length && !this.offset) return empty("No dead letter", "Every event could be applied.");
    return html`<p class="muted small">What follows a letter in its sequence waits behind it. Mend the cause first, then try again.</p>
      <ul class="letters">${this.items.map((letter) => this.letter(letter, draw))}</ul>
      <div class="row">${this.offset ? button("Previous", () => this.turn(-PAGE, draw)) : nothing}${this.items.length === PAGE ? button("Next", () => this.turn(PAGE, draw)) : nothing}</div>`;
  }

  turn(by, draw) {
    this.offset = Math.max(0, this.offset + by);
    this.load(draw);
  }

  letter(letter, draw) {
    const sure = this.evicting === letter.id;
    return html`<li data-hook="letter-row"><p><strong>${letter.event_type}</strong> <code>${letter.sequence}</code>${letter.position === null ? nothing : html` <a href="#history?after_position=${letter.position - 1}&before_position=${letter.position + 1}" @click=${(e) => e.target.closest("dialog").close()}>#${number(letter.position)}</a>`}</p>
      <p class="result bad small">${letter.error}</p>
      <p class="muted small">Parked ${ago(letter.enqueued_at)}, tried ${number(letter.attempts)} times${letter.last_touched ? html`, last ${ago(letter.last_touched)}` : nothing}.</p>
      <details><summary>Payload</summary>${pretty(payloadOf(letter))}</details>
      ${sure ? html`<p class="note bad">Giving up skips this event for good: the read model lacks it until it is replayed.</p>` : nothing}
      <div class="row">${button("Try again", () => this.retry(letter, draw), { hook: "retry" })}
        ${sure ? html`${button("Keep it", () => { this.evicting = null; draw(); })}${button("Give up on it", () => this.evict(letter, draw), { danger: true, hook: "evict-sure" })}` : button("Give up…", () => { this.evicting = letter.id; draw(); }, { danger: true, hook: "evict" })}</div></li>`;
  }

  async retry(letter, draw) {
    await attempt(() => api.post(`${this.path}/${encodeURIComponent(letter.id)}/retry`), (answer) => (answer.resolved ? "It was applied" : "It failed again, or another of its sequence did"));
    this.after(draw);
  }

  async evict(letter, draw) {
    this.evicting = null;
    await attempt(() => api.post(`${this.path}/${encodeURIComponent(letter.id)}/evict`), "It is skipped");
    this.after(draw);
  }

  after(draw) {
    this.load(draw);
    this.changed();
  }
}

function payloadOf({ payload }) {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}
