// Filing captured dumps by hand. The session is used, so no cooldown of a token applies.
import { html, render } from "../../design/core.js";
import { InsertCard, SOURCES } from "./ingest-cards.js";
import { Backfill } from "./ingest-backfill.js";
import { Backlog } from "./ingest-backlog.js";
import { dangerZone } from "./ingest-danger.js";
import { Submissions } from "./ingest-log.js";

export function mount(place, { signal }) {
  render(html`
    <section class="stack"><h2>Insert one</h2><div class="quarters" id="cards"></div></section>
    <div class="split even"><section class="card" id="backfill"></section><section class="card" id="backlog"></section></div>
    <section class="stack"><h2>Recent submissions</h2><div id="log" style="min-height:16rem"></div></section>
    <section class="card danger-zone stack" id="danger"></section>`, place);
  const at = (id) => place.querySelector(id);
  const log = new Submissions(at("#log"), signal);
  const filed = () => log.refresh();
  for (const source of SOURCES) {
    const card = document.createElement("section");
    card.className = "card stack";
    at("#cards").append(card);
    new InsertCard(card, source, filed).draw();
  }
  const backfill = new Backfill(at("#backfill"), signal, filed);
  backfill.draw();
  new Backlog(at("#backlog"), signal, filed).start();
  dangerZone(at("#danger"), filed);
  log.start();
}
