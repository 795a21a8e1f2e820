// Where a secret is shown, this once: in its tab, or in a dialog when that has been left meanwhile.
import { html, render, nothing } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";

/**
 * @param place inside of the tab @param hook data-hook of the card
 * @param body the secret, with what to do with it
 */
export function showOnce(place, { hook, title, body }) {
  const copied = html`<p><strong>Copy it now: it is not shown again.</strong> ${body.note}</p>${body.view}`;
  if (!place.isConnected) {
    dialog({ title, body: html`<div class="stack" data-hook=${hook}>${copied}</div>`, cancel: "I have it", wide: true, once: true });
    return;
  }
  render(html`<div class="card stack" data-hook=${hook}><h2>${title}</h2>${copied}
    <button class="btn" type="button" @click=${() => render(nothing, place)}>I have it</button></div>`, place);
  place.scrollIntoView({ block: "nearest" });
  place.focus();
}
