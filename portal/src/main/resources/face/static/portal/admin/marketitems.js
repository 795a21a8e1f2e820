// Items of the marketplace that are stored: add, filter, remove, replace all.
import { html, ago } from "../../design/core.js";
import { api } from "../api.js";
import { NamedList } from "./named-list.js";

const PATH = "/admin/market/interest-items";

export function mount(place) {
  new NamedList(place, {
    path: PATH, noun: "item", longest: 200,
    columns: [{ key: "added_at", label: "Added", view: (row) => html`<span class="nowrap">${ago(row.added_at)}</span>` }],
    removal: "Its prices are stored no longer; those that are stay.",
    replace: (names) => api.put(PATH, { items: names }),
  }).start();
}
