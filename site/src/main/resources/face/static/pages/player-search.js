// A field that finds players by how their names begin.
import { html, render, nothing, siteData, debounced } from "../design/core.js";

let count = 0;

/**
 * @param label of the field
 * @param chosen called with a name, also with one that is typed and not in the list
 */
export function playerSearch(place, { label, placeholder = "Player name", chosen }) {
  const id = `players-${++count}`;
  let items = [], at = -1, turn = 0, text = "", open = false, failed = false;
  const field = () => place.querySelector("input");
  const close = () => { items = []; at = -1; open = false; turn++; draw(); };
  const take = (name) => {
    if (!name) return;
    field().value = "";
    text = "";
    close();
    chosen(name);
  };
  const look = debounced(async () => {
    const mine = ++turn;
    if (text.length < 2) return close();
    failed = false;
    const found = await siteData("/leaderboards/players", { q: text, limit: 8 }).catch(() => { failed = mine === turn; return { items: [] }; });
    if (mine !== turn) return;
    items = found.items;
    at = -1;
    open = true;
    draw();
  }, 150);
  function keys(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length) {
      event.preventDefault();
      at = at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length;
      draw();
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(items[at]?.name ?? text);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }
  const draw = () => render(html`
    <div class="field finder"><label class="label" for="${id}-field">${label}</label>
      <input class="input" id="${id}-field" type="search" role="combobox" autocomplete="off" maxlength="100" placeholder=${placeholder}
        aria-expanded=${open} aria-controls=${id} aria-autocomplete="list" aria-activedescendant=${at < 0 ? "" : `${id}-${at}`}
        @input=${(event) => { text = event.target.value.trim(); look(); }} @keydown=${keys} @blur=${() => setTimeout(close, 150)}>
      <ul id=${id} role="listbox" aria-label="Players" ?hidden=${!open}>
        ${items.map((item, i) => html`<li id="${id}-${i}" role="option" aria-selected=${i === at} @mousedown=${(event) => { event.preventDefault(); take(item.name); }}>${item.name}</li>`)}
        ${open && items.length === 0 ? html`<li class="muted" role="option" aria-selected="false" aria-disabled="true">${failed ? "The search does not answer; Enter takes the name as it is" : "Nobody is called so"}</li>` : nothing}
      </ul></div>`, place);
  draw();
}
