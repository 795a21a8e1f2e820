// Names of the support page.
import { html, ago } from "../../design/core.js";
import { api } from "../api.js";
import { NamedList } from "./named-list.js";

const PATH = "/admin/supporters";

export function mount(place) {
  new NamedList(place, {
    path: PATH, noun: "supporter", longest: 60,
    columns: [{ key: "created_at", label: "Added", view: (row) => html`<span class="nowrap">${ago(row.created_at)}</span>` }],
    removal: "The name disappears from the support page.",
    replace: (names) => api.put(PATH, { names }),
  }).start();
}
