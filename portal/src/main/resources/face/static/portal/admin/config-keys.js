// The keys that sign access tokens: which are good, and how to have another one sign.
import { html, show } from "../../design/core.js";
import { api } from "../api.js";
import { button, confirmed } from "./parts.js";

const PATH = "/admin/signing-keys/rotate";

export class SigningKeys {
  constructor() {
    this.place = document.createElement("section");
    this.place.className = "card stack";
    this.place.dataset.hook = "signing-keys";
    this.load();
  }

  load() {
    return show(this.place, () => api.get("/.well-known/jwks.json", {}, { anonymous: true }), ({ keys }) => html`
      <h2>Signing keys</h2>
      <p class="muted">They sign the tokens of sessions. An old key stays good until the last token that it signed has ended.</p>
      <ul>${keys.map((key) => html`<li><code>${key.kid}</code> <span class="muted small">${key.alg}</span></li>`)}</ul>
      <div class="row">${button("New key", () => this.rotate(false), { hook: "rotate-key" })}${button("New key, old ones void", () => this.rotate(true), { danger: true, hook: "void-keys" })}</div>`);
  }

  async rotate(voidOld) {
    const done = await confirmed({
      title: voidOld ? "Void all older keys?" : "Have a new key sign?",
      text: voidOld ? "For after a theft: tokens of older keys are refused at once, and every browser asks for new ones." : "Nobody is logged out.",
      confirm: voidOld ? "Void older keys" : "New key",
      said: "A new key signs",
      action: () => api.post(`${PATH}?void_old=${voidOld}`),
    });
    if (done) this.load();
  }
}
