// The command palette: goes to pages, players and boards by name.
import { html, render, siteData, debounced } from "./core.js";

let open = null;

/** Every page of the menu. */
function pages() {
  return [...document.querySelectorAll("[data-hook=nav-link]")].map((link) => ({ kind: "Page", label: link.textContent.trim(), href: link.getAttribute("href") }));
}

/** Boards of the newest capture, asked for once. */
let boards;
function allBoards() {
  boards ??= newestBoards();
  boards.catch(() => { boards = undefined; });
  return boards;
}

async function newestBoards() {
  const [newest] = (await siteData("/leaderboards/timestamps", { limit: 1 })).items;
  return newest ? (await siteData("/leaderboards/boards", { created_at: newest })).items : [];
}

/** Whether the last search has left something out. */
let failed = false;

async function found(text) {
  failed = false;
  const wanted = text.toLowerCase();
  const own = pages().filter((page) => page.label.toLowerCase().includes(wanted));
  if (wanted.length < 2) return own;
  const none = () => { failed = true; return []; };
  const [players, all] = await Promise.all([siteData("/leaderboards/players", { q: text, limit: 8 }).then((answer) => answer.items, none), allBoards().catch(none)]);
  return [
    ...own,
    ...players.map((player) => ({ kind: "Player", label: player.name, href: "/player/" + encodeURIComponent(player.name) })),
    ...all.filter((board) => (board.name ?? "").toLowerCase().includes(wanted)).slice(0, 8).map((board) => ({ kind: `Board · ${board.category}`, label: board.name, href: "/leaderboards#board=" + encodeURIComponent(board.uuid ?? board.id) })),
  ];
}

export function palette() {
  if (open) return;
  const box = document.createElement("dialog");
  box.className = "palette";
  box.dataset.hook = "palette";
  box.setAttribute("aria-label", "Search pages, players and boards");
  let items = pages(), at = 0, turn = 0, shown = "", entered = null;
  const go = (item) => { if (item) { box.close(); location.assign(item.href); } };
  const draw = () => render(html`
    <input type="search" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-activedescendant="palette-${at}" aria-label="Search pages, players and boards" placeholder="Search pages, players and boards" @input=${(e) => { entered = null; look(e.target.value); }} @keydown=${keys} autocomplete="off" autofocus>
    <ul id="palette-list" role="listbox" aria-label="Found">${items.map((item, i) => html`<li id="palette-${i}" role="option" aria-selected=${i === at} @click=${() => go(item)}><span>${item.label}</span><span class="muted small">${item.kind}</span></li>`)}
      ${items.length === 0 ? html`<li class="muted" role="option" aria-selected="false">${failed ? "The search does not answer; try again" : "Nothing found"}</li>` : ""}</ul>`, box);
  const find = async (text) => {
    const mine = ++turn;
    const result = await found(text.trim());
    if (mine !== turn) return;
    items = result.slice(0, 20);
    at = 0;
    shown = text;
    draw();
    if (text === entered) go(items[at]);
  };
  const look = debounced(find, 120);
  // Who types a name and presses Enter at once means that name, not what was listed before.
  const enter = (text) => {
    if (text === shown) return go(items[at]);
    entered = text;
    find(text);
  };
  function keys(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length) { event.preventDefault(); at = (at + step + items.length) % items.length; draw(); box.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }); }
    if (event.key === "Enter") { event.preventDefault(); enter(event.target.value); }
  }
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  box.addEventListener("close", () => { box.remove(); open = null; });
  document.body.append(box);
  open = box;
  draw();
  box.showModal();
}
