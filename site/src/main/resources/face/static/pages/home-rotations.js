// What runs now in the game: buffs, biomes, merchants.
import { html, siteData, show, duration, everySeconds, empty } from "../design/core.js";

const NAMES = ["daily-buffs", "weekly-buffs", "biomes", "corruxion", "fluxion", "luxion", "gardening"];
const MERCHANTS = { corruxion: "Corruxion", fluxion: "Fluxion", luxion: "Luxion" };

export function rotations(place) {
  const load = async () => {
    const answers = await Promise.allSettled(NAMES.map((name) => siteData("/rotations/" + name)));
    const failed = answers.find((answer) => answer.status === "rejected");
    if (answers.every((answer) => answer.status === "rejected")) throw failed.reason;
    return Object.fromEntries(NAMES.map((name, i) => [name, answers[i].value]));
  };
  const draw = () => show(place, load, view, html`${[1, 2, 3, 4].map(() => html`<div class="card"><span class="skeleton" data-hook="loading" style="height:5rem"></span></div>`)}`);
  draw();
  everySeconds(60, draw);
}

function view(now) {
  const cards = [buff("Today", now["daily-buffs"]?.current), buff("This week", now["weekly-buffs"]?.current), biomes(now.biomes?.current), merchants(now)].filter(Boolean);
  return cards.length ? cards : empty("Nothing runs now");
}

const buff = (label, one) => one && html`<article class="card"><h3 class="home-kicker">${label}</h3><p class="home-big"><span aria-hidden="true">${one.emoji}</span> ${one.name}</p>
  <ul class="home-plain small muted">${(one.normal_buffs ?? one.buffs ?? []).slice(0, 3).map((text) => html`<li>${text}</li>`)}</ul></article>`;

const biomes = (one) => one && html`<article class="card"><h3 class="home-kicker">Biomes of the 3-hour rotation</h3>
  <ul class="home-plain">${one.biomes.map((biome) => html`<li>${biome.final_name}</li>`)}</ul><p class="small muted">for ${left(one.ends_at)} more</p></article>`;

function merchants(now) {
  const known = Object.keys(MERCHANTS).filter((name) => now[name]);
  if (known.length === 0) return null;
  return html`<article class="card"><h3 class="home-kicker">Merchants</h3><ul class="home-plain">${known.map((name) => {
    const one = name === "luxion" ? visit(now.luxion) : now[name];
    return html`<li class="row between"><span>${MERCHANTS[name]}</span><span class="small ${one.active ? "up" : "muted"}">${one.active ? `here for ${left(one.ends_at)}` : one.starts_at ? `in ${left(one.starts_at)}` : "not seen yet"}</span></li>`;
  })}</ul></article>`;
}

/** Of a run of seven visits, the one that is open or comes next. */
function visit(luxion) {
  const window = luxion.current_window ?? luxion.next_window;
  return { active: luxion.merchant_open, starts_at: window?.starts_at, ends_at: window?.ends_at };
}

const left = (at) => duration(at - Date.now() / 1000);
