// Whether the servers are up now, and how they stood.
import { html, show, siteData, number, percent, moment, duration, ago, badge, empty, everySeconds, render, skeleton, nothing } from "../design/core.js";
import { tabList } from "../design/feedback.js";
import { StatusTimeline } from "./status-timeline.js";
import { hashState } from "../site/live.js";
import { overallOf } from "../site/trove.js";

const SPANS = ["1", "7", "30", "90"];
const NAMES = { eu: "Europe", us: "America", pts: "Test server", auth: "Account login" };
const WORDS = { online: ["online", "good"], maintenance: ["maintenance", "warn"], down: ["down", "bad"], unknown: ["checking", ""] };
const place = (id) => document.getElementById(id);
const state = hashState({ env: "eu", days: "30" });

// --- now ---

const BANNERS = {
  operational: ["good", "All servers are up", "People can play in Europe and America."],
  partial: ["warn", "Partially down", "One of the live servers is not up."],
  maintenance: ["warn", "Maintenance", "Logins work, the game's servers do not let people in."],
  down: ["bad", "The servers are down", "Nobody can log in at the moment."],
  checking: ["", "Checking", "The first probe is still to come."],
};

function banner(status) {
  const kind = overallOf(status);
  const [tone, title, text] = BANNERS[kind];
  return html`<div class="banner ${tone}" data-hook="banner" data-state=${kind} role="status"><span class="lamp" aria-hidden="true"></span><div><h2>${title}</h2>
    <p>${text} <span class="muted small">${status.checked_at ? html`Checked ${ago(status.checked_at)}.` : nothing}</span></p></div></div>`;
}

const latency = (probe) => (probe ? `${number(probe.latency_ms, 0)} ms` : "–");

const card = (env, status, probe, text) => html`<article class="card stat env" data-hook="env-card" data-env=${env} data-status=${status}>
  <header class="row between"><h3>${NAMES[env]}</h3>${badge(...WORDS[status])}</header>
  <span class="value">${latency(probe)}</span><span class="note">${probe?.error ?? text}</span></article>`;

const now = (status) => html`${banner(status)}<div class="grid fit" style="--least:14rem">
  ${["eu", "us", "pts"].map((env) => card(env, status.environments[env].status, status.environments[env].game, status.environments[env].game ? "answer of the game's gateway" : "not asked yet"))}
  ${card("auth", status.auth === null ? "unknown" : status.auth.online ? "online" : "down", status.auth, status.auth ? "answer of the login" : "not asked yet")}</div>`;

function loadNow() {
  show(place("now"), () => siteData("/trove-status"), now, html`<div class="card">${skeleton(2)}</div><div class="grid fit" style="--least:14rem;margin-top:var(--space-4)">${[1, 2, 3, 4].map(() => html`<div class="card">${skeleton(3)}</div>`)}</div>`);
}

// --- history ---

const outage = (one) => html`<tr data-hook="outage"><td>${badge(...WORDS[one.status])}</td><td class="nowrap">${moment(one.started_at)}</td><td class="nowrap">${one.ended_at ? moment(one.ended_at) : "still"}</td><td class="num nowrap">${duration(one.duration_seconds)}</td></tr>`;

const outages = (all) => (all.length === 0 ? html`<p class="muted">No outage in this time.</p>` : html`<div class="table-wrap" tabindex="0" role="region" aria-label="Outages"><table>
  <thead><tr><th scope="col">What</th><th scope="col">From</th><th scope="col">Until</th><th scope="col" class="num">For</th></tr></thead>
  <tbody>${[...all].reverse().map(outage)}</tbody></table></div>`);

let shown = null;
const timeline = new StatusTimeline(() => render(view(shown), place("history")));

const view = (history) => ((shown = history).covered_seconds === 0
  ? html`<div class="card">${empty("Not watched yet", "The history begins with the first probe.")}</div>`
  : full(history));

const full = (history) => html`<div class="card stack"><header class="row between"><h3>${NAMES[history.env]}, the last ${history.days === 1 ? "24 hours" : `${history.days} days`}</h3>
      <span data-hook="uptime"><strong>${percent(history.uptime, 2)}</strong> <span class="muted small">up${history.uptime !== null && history.covered_seconds < history.days * 86400 - 60 ? ` in the ${duration(history.covered_seconds)} that were watched` : ""}</span></span></header>
    ${timeline.view(history)}<h3>Outages</h3>${outages(history.outages)}</div>`;

function loadHistory() {
  const { env, days } = state.read();
  const wanted = { env: NAMES[env] && env !== "auth" ? env : "eu", days: SPANS.includes(days) ? days : "30" };
  document.querySelectorAll("#envs [role=tab]").forEach((tab) => { tab.setAttribute("aria-selected", tab.dataset.env === wanted.env); tab.tabIndex = tab.dataset.env === wanted.env ? 0 : -1; });
  place("history").setAttribute("aria-labelledby", "env-" + wanted.env);
  render(html`<div class="row" role="group" aria-label="How many days">${SPANS.map((span) => html`<button type="button" class="chip" data-hook="days" aria-pressed=${span === wanted.days} @click=${() => { state.write({ days: span }); timeline.whole(); loadHistory(); }}>${span === "1" ? "24 hours" : `${span} days`}</button>`)}</div>`, place("days"));
  show(place("history"), () => siteData("/trove-status/history", wanted), view, html`<div class="card">${skeleton(7)}</div>`);
}

tabList(place("envs"), (tab) => { state.write({ env: tab.dataset.env }); timeline.whole(); loadHistory(); });
state.changed(() => { timeline.whole(); loadHistory(); });
loadNow();
loadHistory();
everySeconds(60, loadNow);
everySeconds(120, loadHistory);
