// Filters the list that the server has written.
import { debounced } from "../design/core.js";

const field = document.getElementById("search");
const rows = [...document.querySelectorAll("[data-hook=command-row]")];

function filter() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.dataset.text.includes(word));
    if (!row.hidden) shown++;
  }
  document.querySelectorAll("#commands section").forEach((section) => { section.hidden = !section.querySelector("tr[data-hook]:not([hidden])"); });
  document.getElementById("nothing").hidden = shown > 0;
  document.getElementById("count").textContent = shown === 1 ? "1 command" : `${shown} commands`;
}

field.addEventListener("input", debounced(filter, 80));
filter();
