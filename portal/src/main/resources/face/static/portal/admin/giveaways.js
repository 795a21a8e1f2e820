// Giveaways and their prizes, as two parts.
import { html, render } from "../../design/core.js";
import { tabList } from "../../design/feedback.js";
import { poll, renew } from "./parts.js";
import { Giveaways } from "./giveaways-list.js";
import { Vault } from "./giveaways-vault.js";

export function mount(place, { signal }) {
  render(html`<div class="tabs sub" role="tablist" aria-label="Giveaways">
      <button type="button" role="tab" data-part="giveaways" aria-selected="true">Giveaways</button>
      <button type="button" role="tab" data-part="vault" aria-selected="false">Vault</button></div>
    <div id="part" role="tabpanel" class="stack" style="min-height:30rem"></div>`, place);
  let shown;
  const open = (name) => {
    const inner = document.createElement("div");
    inner.className = "stack";
    place.querySelector("#part").replaceChildren(inner);
    shown = name === "vault" ? new Vault(inner) : new Giveaways(inner);
    shown.load();
  };
  tabList(place.querySelector("[role=tablist]"), (tab) => open(tab.dataset.part));
  open("giveaways");
  poll(() => 15, () => shown.live && shown.load(renew), signal);
}
