// The strip of what is live: the clock of Trove, the next reset, chest, challenge, servers.
import { html, render, siteData, duration, everySeconds, badge } from "../design/core.js";
import { overallOf } from "../site/trove.js";

const HOUR = 3600;
const OFFSET = -11 * HOUR;
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "UTC" });
const READS = { time: "/rotations/server-time", chest: "/rotations/chaos-chest", challenge: "/rotations/challenge/current", status: "/trove-status" };
const STATUS = { operational: ["All servers are up", "good"], partial: ["Partly down", "warn"], maintenance: ["Maintenance", "warn"], down: ["Servers are down", "bad"], checking: ["Checking", ""] };

/** What was read last, by name; undefined before, null after a failure. */
const known = {};
/** How far this machine's clock is behind the server's, in seconds. */
let ahead = 0;

export function live(place) {
  const draw = () => render(strip(Date.now() / 1000 + ahead), place);
  const load = () => Object.entries(READS).map(async ([name, path]) => {
    known[name] = await siteData(path).catch((error) => (error.status === 404 ? { gone: true } : null));
    if (name === "time" && known.time) ahead = known.time.now_unix - Date.now() / 1000;
    draw();
  });
  draw();
  load();
  everySeconds(1, draw);
  everySeconds(30, load);
}

const cell = (hook, label, value, note) => html`<div class="stat card" data-hook=${hook}><span class="label">${label}</span><span class="value">${value}</span><span class="note">${note}</span></div>`;
const waiting = (hook, label, read) => (read === undefined ? cell(hook, label, html`<span class="skeleton" data-hook="loading"></span>`, "") : cell(hook, label, "–", "Cannot be read now"));

function strip(now) {
  return html`
    ${cell("server-time", "Server time", clock.format(new Date((now + OFFSET) * 1000)), "Trove time, UTC−11")}
    ${day(now)}${chest(now)}${challenge(now)}${status()}`;
}

function day(now) {
  const time = known.time;
  if (!time) return waiting("trove-day", "Trove day", time);
  // Past the reset, until it is read again.
  const reset = time.daily_reset_at + Math.max(0, Math.ceil((now - time.daily_reset_at) / (24 * HOUR))) * 24 * HOUR;
  return cell("trove-day", "Trove day", new Date((now + OFFSET) * 1000).toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" }), `Reset in ${duration(reset - now)}`);
}

function chest(now) {
  const chest = known.chest;
  if (!chest) return waiting("chaos-chest", "Chaos chest", chest);
  if (chest.active) return cell("chaos-chest", "Chaos chest", chest.item?.name ?? "Open", chest.item ? `For ${duration(chest.ends_at - now)} more` : `Item not captured yet, ${duration(chest.ends_at - now)} left`);
  return cell("chaos-chest", "Chaos chest", "Closed", chest.starts_at > now ? `Opens in ${duration(chest.starts_at - now)}` : "");
}

function challenge(now) {
  const one = known.challenge;
  if (!one) return waiting("challenge", "Challenge", one);
  const runs = one.starts_at <= now && now < one.ends_at;
  const step = one.is_friday_window ? HOUR / 2 : HOUR;
  const next = one.starts_at + Math.ceil(Math.max(0, now - one.starts_at) / step) * step;
  return runs
    ? cell("challenge", "Challenge", one.name ?? one.type ?? "Running", `${one.name ? "" : "Not captured yet, "}ends in ${duration(one.ends_at - now)}`)
    : cell("challenge", "Challenge", "Over", `Next in ${duration(next - now)}`);
}

function status() {
  const read = known.status;
  if (read?.gone) return "";
  if (!read) return waiting("server-status", "Servers", read);
  const [text, tone] = STATUS[overallOf(read)];
  return html`<a class="stat card" href="/status" data-hook="server-status"><span class="label">Servers</span><span class="value home-status">${badge(text, tone)}</span>
    <span class="note">${Object.entries(read.environments ?? {}).map(([name, one]) => html`<span class="home-env" data-up=${one.status === "unknown" ? "" : one.online}>${name.toUpperCase()}<span class="hidden-text"> ${one.status}</span></span>`)}</span></a>`;
}
