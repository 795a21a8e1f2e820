// Every rotation in its place, asked for again when it is over.
import { show, siteData, everySeconds, skeleton, html } from "../design/core.js";
import { TROVE_OFFSET } from "../site/trove.js";
import { VIEWS, serverClock } from "../site/rotations.js";

const clockPlace = document.getElementById("clock");
const cards = [...document.querySelectorAll("[data-rotation]")];

const load = (place) => show(place, () => siteData("/rotations/" + place.dataset.rotation).catch((error) => {
  if (error.status !== 404) throw error;
  place.hidden = true;
  return null;
}), (found) => (found === null ? "" : VIEWS[place.dataset.rotation](found)), html`<div class="card">${skeleton(5)}</div>`);

const loadClock = () => show(clockPlace, () => siteData("/rotations/server-time"), serverClock, html`<div class="card">${skeleton(3)}</div>`);

function tick() {
  const shown = clockPlace.querySelector("[data-hook=server-clock]");
  if (shown) shown.textContent = new Date(Date.now() + TROVE_OFFSET * 1000).toISOString().slice(11, 19);
}

// What is over is another thing now. An answer may be kept for half a minute, so that it is asked for more than once.
addEventListener("over", (event) => {
  const place = event.target.closest("[data-rotation], #clock");
  if (!place) return;
  const again = Date.now() - (place.kiwiOver ?? 0) < 60000;
  place.kiwiOver = Date.now();
  clearTimeout(place.kiwiTimer);
  place.kiwiTimer = setTimeout(() => (place === clockPlace ? loadClock() : load(place)), again ? 15000 : 1500);
});

cards.forEach(load);
loadClock().then(tick);
everySeconds(1, tick);
everySeconds(300, () => cards.forEach(load));
