// Everything that comes and goes in the game.
import { html, render, show, siteData, moment, ago, badge, nothing, everySeconds } from "../design/core.js";
import { countdown, tick } from "../site/countdown.js";

const get = (name) => siteData("/rotations/" + name);
const when = (from, to) => html`${moment(from)} – ${moment(to)}`;
const next = (rows) => (rows.length ? html`<ol aria-label="Next">${rows}</ol>` : nothing);
const on = (active, until, from) => active
  ? html`<p>${badge("on now", "good")} for another ${countdown(until)}</p>`
  : html`<p>${badge("away")} ${from ? html`back in ${countdown(from)}` : "nobody knows for how long"}</p>`;
const biomes = (window) => window.biomes.map((biome) => biome.final_name ?? biome.name).join(", ");

/** A merchant that comes and goes by the calendar. */
const merchant = (text) => (data) => html`<p class="muted">${text}</p>${on(data.active, data.ends_at, data.starts_at)}
  ${next(data.schedule.slice(0, 4).map((each) => html`<li><span>${when(each.starts_at, each.ends_at)}</span>${each.state ? html`<span class="muted">${each.state}</span>` : nothing}</li>`))}`;

const biomeWindow = (text) => (data) => html`<p class="muted">${text}</p>
  ${data.current ? html`<p><strong>${biomes(data.current)}</strong></p><p>until ${moment(data.current.ends_at)}, ${countdown(data.current.ends_at)}</p>` : html`<p>${badge("away")}</p>`}
  ${next(data.upcoming.slice(0, 4).map((each) => html`<li><span>${biomes(each)}</span><span class="muted nowrap">${moment(each.starts_at)}</span></li>`))}`;

const buffs = (list) => html`<ul>${list.map((buff) => html`<li>${buff}</li>`)}</ul>`;

const TIMERS = [
  ["daily-buffs", "Daily buff", (data) => html`<p><strong>${data.current.emoji} ${data.current.name}</strong></p>${buffs(data.current.normal_buffs)}<p class="small muted">Patrons: ${data.current.premium_buffs.join("; ")}</p>`],
  ["weekly-buffs", "Weekly buff", (data) => html`<p><strong>${data.current.emoji} ${data.current.name}</strong></p>${buffs(data.current.buffs)}
    ${next(data.rotation.filter((each) => each.name !== data.current.name).map((each) => html`<li><span>${each.emoji} ${each.name}</span><span class="muted small">${each.buffs[0]}</span></li>`))}`],
  ["challenge/current", "Hourly challenge", (data) => html`${on(data.active, data.ends_at, data.starts_at)}<p>${data.name ? html`<strong>${data.name}</strong>${data.type ? html` <span class="muted">${data.type}</span>` : nothing}` : html`<span class="muted">Nobody has reported which one it is.</span>`}</p>${data.captured_at ? html`<p class="small muted">seen ${ago(data.captured_at)}</p>` : nothing}`],
  ["chaos-chest", "Chaos chest", (data) => html`${on(data.active, data.ends_at, data.starts_at)}<p>${data.item ? html`<strong>${data.item}</strong>` : html`<span class="muted">Nobody has reported what is in it.</span>`}</p>${data.fetched_at ? html`<p class="small muted">seen ${ago(data.fetched_at)}</p>` : nothing}`],
  ["luxion", "Luxion", (data) => html`<p class="muted">Sells rare dragons and more, now and then.</p>${on(data.active, data.ends_at ?? 0, data.next_window?.starts_at ?? data.starts_at)}${data.last_seen_at ? html`<p class="small muted">last seen ${ago(data.last_seen_at)}</p>` : html`<p class="small muted">Not seen yet.</p>`}`],
  ["corruxion", "Corruxion", merchant("Every second weekend in the hub.")],
  ["fluxion", "Fluxion", merchant("Votes one week, sells the next.")],
  ["gardening", "Gardening", (data) => html`${[data.two_day, data.three_day].map((each) => html`<p><strong>${each.name}</strong> ${each.active ? html`${badge("plant now", "good")} until ${moment(each.ends_at)}` : html`${badge("not now")} from ${moment(each.starts_at)}`}</p>`)}
    ${next(data.upcoming.slice(0, 4).map((each) => html`<li><span>${each.name}</span><span class="muted nowrap">${moment(each.starts_at)}</span></li>`))}`],
  ["biomes", "Long Shade biomes", biomeWindow("Change every three hours.")],
  ["wild-mana", "Wild mana", biomeWindow("Where it is found this week.")],
  ["stampy", "Stampy", biomeWindow("Where the herd runs.")],
];

async function timer([address, title, view]) {
  const box = document.getElementById("timer-" + address.replace("/", "-"));
  await show(box, () => get(address), (data) => html`<h2>${title}</h2>${view(data)}`);
}

const clock = ({ now_unix: now, trove_day: day, daily_reset_at: daily, weekly_reset_at: weekly }) => html`
  <div class="card stat" data-hook="stat"><span class="label">Trove time</span><span class="value" id="trove-time">${troveTime(now)}</span><span class="muted small">${day}, UTC−11</span></div>
  <div class="card stat" data-hook="stat"><span class="label">Daily reset in</span><span class="value">${countdown(daily)}</span><span class="muted small">${moment(daily)}</span></div>
  <div class="card stat" data-hook="stat"><span class="label">Weekly reset in</span><span class="value">${countdown(weekly)}</span><span class="muted small">${moment(weekly)}</span></div>`;
const troveTime = (unix) => new Date((unix - 11 * 3600) * 1000).toISOString().slice(11, 19);

function all() {
  show(document.getElementById("clock"), () => get("server-time"), clock);
  TIMERS.forEach(timer);
}

render(TIMERS.map(([address]) => html`<section class="card timer" data-hook="timer" id=${"timer-" + address.replace("/", "-")}></section>`), document.getElementById("rotations"));
all();
tick(() => setTimeout(all, 1500));
everySeconds(60, () => { timer(TIMERS[2]); timer(TIMERS[3]); timer(TIMERS[4]); });
setInterval(() => { const time = document.getElementById("trove-time"); if (time) time.textContent = troveTime(Date.now() / 1000); }, 1000);
