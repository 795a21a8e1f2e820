// Starting over. Armed by a typed word, then asked once more.
import { html, render } from "../../design/core.js";
import { api } from "../api.js";
import { confirmed } from "./parts.js";
import { summaryOf } from "./ingest-cards.js";

const WORD = "RESET";

export function dangerZone(place, filed) {
  let word = "", drop = false;
  const reset = async () => {
    const done = await confirmed({
      title: "Delete every capture?",
      text: html`All entries of all boards${drop ? ", the boards themselves" : ""} and what was made of them are no longer served. The event history keeps that they were. There is no way back but filing the dumps again.`,
      confirm: "Delete all captures", said: (answer) => summaryOf(answer),
      action: () => api.post(`/v1/leaderboards/reset${drop ? "?drop_boards=true" : ""}`),
    });
    if (!done) return;
    word = "";
    draw();
    filed();
  };
  const draw = () => render(html`<h2 style="margin-bottom:0">Danger zone</h2>
    <p style="margin-bottom:0">Deletes every leaderboard capture.</p>
    <div class="filters"><label class="field"><span>Type ${WORD} to arm</span><input class="input" autocomplete="off" data-hook="arm" .value=${word} @input=${(e) => { word = e.target.value; draw(); }}></label>
    <label class="check"><input type="checkbox" @change=${(e) => { drop = e.target.checked; }}><span>Delete the boards too</span></label></div>
    <div class="row"><button class="btn danger" type="button" data-hook="reset" ?disabled=${word !== WORD} @click=${reset}>Delete all captures</button></div>`, place);
  draw();
}
