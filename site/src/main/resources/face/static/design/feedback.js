// Toasts, dialogs and copying: what answers a click.
import { html, render, nothing, icon } from "./core.js";

let toastTimer;
let dialogs = 0;
let samplesShown = 0;

/** @param kind ok or err */
export function toast(text, kind = "ok") {
  let place = document.getElementById("toast");
  if (!place) {
    place = document.createElement("div");
    place.id = "toast";
    place.dataset.hook = "toast";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.className = `toast ${kind}`;
  place.textContent = text;
  place.hidden = false;
  onTop(place);
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { place.hidden = true; }, 4000);
}

// Above an open dialog, whose backdrop would dim it.
function onTop(place) {
  if (!place.showPopover) return;
  place.popover = "manual";
  if (place.matches(":popover-open")) place.hidePopover();
  place.showPopover();
}

/**
 * A question or a form in a dialog. The focus stays inside; Escape, the backdrop and Cancel close it.
 *
 * @param confirm text of the button; none without it
 * @param action what the button does, given the form; an error that it throws stays in the dialog
 * @param armed asked on each change of the form: whether the button works
 * @param once whether what it shows is not shown again, so that no press beside it may close it
 * @returns a promise of the action's result, or undefined when it was closed
 */
export function dialog({ title, body = nothing, confirm, action = async () => true, danger = false, cancel = "Cancel", armed = null, wide = false, once = false }) {
  return new Promise((resolve) => {
    const box = document.createElement("dialog");
    box.dataset.hook = "modal";
    box.toggleAttribute("data-once", once);
    const titleId = `dialog-title-${++dialogs}`;
    box.setAttribute("aria-labelledby", titleId);
    if (wide) box.style.width = "min(60rem, calc(100vw - 2rem))";
    const back = document.activeElement;
    let result;
    let busy = false;
    let left = false;
    let error = "";
    const form = () => box.querySelector("form");
    const draw = () => render(html`
      <form method="dialog" novalidate @submit=${submit} @input=${draw}>
        <h2 id=${titleId}>${title}</h2>
        <div class="stack">${typeof body === "function" ? body({ close, draw }) : body}</div>
        <p class="error-text" data-hook="modal-error" role="alert">${error}</p>
        <div class="actions">
          <button class="btn" type="button" data-hook="modal-cancel" ?disabled=${busy} @click=${() => close()}>${cancel}</button>
          ${confirm ? html`<button class="btn ${danger ? "danger" : "primary"}" type="submit" data-hook="modal-confirm" aria-busy=${busy} ?disabled=${busy || (armed !== null && form() !== null && !armed(form()))}>${confirm}</button>` : nothing}
        </div>
      </form>`, box);
    const close = (value) => { result = value; box.close(); };
    async function submit(event) {
      event.preventDefault();
      if (!confirm || busy || (armed && !armed(form()))) return;
      busy = true; error = ""; draw();
      try {
        const done = await action(form());
        if (done === false) return;
        close(done ?? true);
      } catch (failure) {
        error = failure.message;
        if (left) toast(error, "err");
      } finally {
        busy = false;
        left ? resolve(result) : draw();
      }
    }
    // A press that began inside, as when text is selected, is none on the backdrop.
    let began = false;
    box.addEventListener("pointerdown", (event) => { began = isOutside(box, event); });
    box.addEventListener("click", (event) => { if (began && isOutside(box, event) && !busy && !once) close(); });
    box.addEventListener("cancel", (event) => { if (busy) event.preventDefault(); });
    box.addEventListener("close", () => {
      box.remove();
      (back?.isConnected ? back : document.querySelector("main"))?.focus({ preventScroll: true });
      // What is under way goes on, and its result, which may be a secret, still reaches whoever asked.
      left = true;
      if (!busy) resolve(result);
    });
    document.body.append(box);
    draw();
    box.showModal();
    draw();
  });
}

function isOutside(box, { target, clientX: x, clientY: y }) {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return target === box && (x < left || x > right || y < top || y > bottom);
}

/** Puts text on the clipboard and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    toast("Your browser does not allow copying; select the text instead", "err");
  }
}

/** Code with a button that copies it; several languages get tabs. @param samples {name: text} or text */
export function codeSample(samples, label = "") {
  const all = typeof samples === "string" ? { [label || "Code"]: samples } : samples;
  const names = Object.keys(all);
  const id = `code-${++samplesShown}`;
  const choose = (chosen) => {
    const box = chosen.closest(".code");
    chooseTab([...box.querySelectorAll("[role=tab]")], chosen);
    box.querySelectorAll("pre").forEach((pre) => { pre.hidden = pre.dataset.name !== chosen.dataset.name; });
  };
  return html`
    <div class="code">
      <div class="code-head">
        ${names.length > 1
          ? html`<div class="tabs" role="tablist" aria-label="Languages" @keydown=${(event) => byArrow(event, event.currentTarget, choose)}>${names.map((name, i) => html`<button type="button" role="tab" id="${id}-tab-${i}" aria-controls="${id}-${i}" data-name=${name} aria-selected=${i === 0} tabindex=${i === 0 ? 0 : -1} @click=${(event) => choose(event.currentTarget)}>${name}</button>`)}</div>`
          : html`<span>${names[0]}</span>`}
        <button class="btn s quiet" type="button" @click=${(e) => copy(e.currentTarget.closest(".code").querySelector("pre:not([hidden])").textContent)}>Copy</button>
      </div>
      ${names.map((name, i) => html`<pre data-name=${name} id="${id}-${i}" role=${names.length > 1 ? "tabpanel" : nothing} aria-labelledby=${names.length > 1 ? `${id}-tab-${i}` : nothing} tabindex="0" ?hidden=${i > 0}><code>${all[name]}</code></pre>`)}
    </div>`;
}

/** A secret that is shown once. */
export const secret = (text, hook = "secret") => html`
  <div class="secret"><code data-hook=${hook}>${text}</code><button class="btn s" type="button" @click=${() => copy(text)}>${icon("copy")} Copy</button></div>`;

/** Makes a tab list work with arrows, Home and End. @param chosen called with the tab's element */
export function tabList(list, chosen) {
  const tabs = () => [...list.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    chooseTab(tabs(), tab);
    chosen(tab);
  };
  list.addEventListener("click", (event) => { const tab = event.target.closest("[role=tab]"); if (tab) choose(tab); });
  list.addEventListener("keydown", (event) => byArrow(event, list, choose));
  tabs().forEach((tab) => { tab.tabIndex = tab.getAttribute("aria-selected") === "true" ? 0 : -1; });
}

const chooseTab = (all, tab) => all.forEach((each) => { each.setAttribute("aria-selected", each === tab); each.tabIndex = each === tab ? 0 : -1; });

function byArrow(event, list, choose) {
  const all = [...list.querySelectorAll("[role=tab]")];
  const at = all.indexOf(event.target.closest("[role=tab]"));
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  const tab = all[(next + all.length) % all.length];
  tab.focus();
  choose(tab);
}
