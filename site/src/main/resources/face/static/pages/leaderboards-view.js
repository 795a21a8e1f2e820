// What the page shows, kept in the address: for links to a view, and for back and forward.
const KEYS = ["anchor", "board", "tab", "player", "with", "page"];
const NUMBERS = new Set(["anchor", "board", "page"]);
const told = [];

function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(KEYS.map((key) => {
    const text = given.get(key);
    const value = !text ? null : !NUMBERS.has(key) ? text : /^\d{1,10}$/.test(text) ? Number(text) : null;
    return [key, value];
  }));
}

function address() {
  const given = KEYS.filter((key) => view[key] !== null && !(key === "tab" && view.tab === "boards") && !(key === "page" && view.page === 1));
  const text = given.map((key) => `${key}=${encodeURIComponent(view[key])}`).join("&");
  return location.pathname + location.search + (text && "#" + text);
}

/** Null where nothing was chosen. */
export const view = read();

const tell = (before) => told.forEach((listener) => listener(view, before));

/** Shows something else. One action of the reader is one entry of the browser's history. */
export function go(changes) {
  const before = { ...view };
  Object.assign(view, changes);
  if (KEYS.every((key) => view[key] === before[key])) return;
  history.pushState(null, "", address());
  tell(before);
}

/** @param listener called with the view and the one before */
export const onView = (listener) => told.push(listener);

addEventListener("hashchange", () => {
  const before = { ...view };
  Object.assign(view, read());
  tell(before);
});
