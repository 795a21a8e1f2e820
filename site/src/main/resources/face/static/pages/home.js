// The home page: each part loads by itself, and shows by itself that it could not.
import { html, render, siteData } from "../design/core.js";
import { codeSample } from "../design/feedback.js";
import { live } from "./home-live.js";
import { rotations } from "./home-rotations.js";
import { activity, movers, giveaways, news } from "./home-features.js";
import { downloads } from "./home-downloads.js";

const at = (id) => document.getElementById(id);
const inside = (id, fill) => { const place = at(id)?.querySelector(".home-fill"); if (place) fill(place); };

live(at("home-live"));
rotations(at("home-rotations"));
inside("home-activity", activity);
inside("home-movers", movers);
inside("home-giveaways", giveaways);
inside("home-news", news);
downloads(at("home-downloads"));
sample(at("home-sample"));
slides(at("home-scene"));

function sample(place) {
  const url = `${place.dataset.api}/v1/rotations/daily-buffs`;
  render(codeSample({
    curl: `curl ${url}`,
    JavaScript: `const answer = await fetch("${url}");\nconst { current } = await answer.json();\nconsole.log(current.name);`,
    Python: `import requests\n\nanswer = requests.get("${url}")\nprint(answer.json()["current"]["name"])`,
  }), place);
}

/** Pictures of the game in the place of the drawing, where there are some; they stand still for who wants that. */
async function slides(place) {
  const { screenshots } = await siteData("/screenshots.json").catch(() => ({ screenshots: [] }));
  if (screenshots.length === 0) return;
  let shown = 0, paused = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const draw = () => render(html`<img class="home-slide" src=${screenshots[shown]} alt="" width="640" height="360">
    <button class="btn s home-pause" type="button" aria-pressed=${paused} @click=${() => { paused = !paused; draw(); }}>${paused ? "Play" : "Pause"}</button>`, place);
  place.replaceChildren();
  draw();
  setInterval(() => {
    if (paused || document.hidden || screenshots.length < 2) return;
    shown = (shown + 1) % screenshots.length;
    draw();
  }, 7000);
}
