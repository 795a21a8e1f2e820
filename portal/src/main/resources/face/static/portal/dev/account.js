// The account: each card loads and acts by itself.
import { html, render } from "../../design/core.js";
import { Profile } from "./account/profile.js";
import { Password } from "./account/password.js";
import { Factor } from "./account/factor.js";
import { Passkeys } from "./account/passkeys.js";
import { Sessions } from "./account/sessions.js";
import { SecurityEvents } from "./account/events.js";
import { YourData } from "./account/data.js";

const CARDS = [["profile", Profile], ["password", Password], ["factor", Factor], ["passkeys", Passkeys], ["sessions", Sessions], ["events", SecurityEvents], ["data", YourData]];

export function mount(place, context) {
  render(html`<div class="split even">
    <div class="stack">${["profile", "password", "data"].map(section)}</div>
    <div class="stack">${["factor", "passkeys", "sessions", "events"].map(section)}</div></div>`, place);
  const cards = {};
  const reload = (...names) => names.forEach((name) => cards[name].load());
  for (const [name, Card] of CARDS) {
    cards[name] = new Card(place.querySelector(`[data-card=${name}]`), { ...context, reload });
    cards[name].load();
  }
}

const section = (name) => html`<section class="card stack" data-card=${name}></section>`;
