// Whether the game's servers are up, and how they stood.
import { html, show, empty, siteData, everySeconds, duration, moment, ago, percent, badge, nothing } from "../design/core.js";
import { tabList } from "../design/feedback.js";

const TONES = { online: "good", maintenance: "warn", down: "bad", unknown: "" };
const COLORS = { online: "var(--good)", maintenance: "var(--warn)", down: "var(--bad)", unknown: "var(--line-strong)" };
const NAMES = { eu: "EU", us: "US", pts: "Public test server" };

/** What the live regions say together (web.md D.2). */
function verdict({ environments }) {
  const live = [environments.eu, environments.us].map((each) => each?.status ?? "unknown");
  if (live.every((each) => each === "online")) return ["All servers are up", "good"];
  if (live.every((each) => each === "unknown")) return ["Checking …", ""];
  if (live.every((each) => each === "maintenance")) return ["Maintenance", "warn"];
  if (live.every((each) => each === "down")) return ["Trove is down", "bad"];
  return ["Partially down", "warn"];
}

const latency = (probe) => (probe?.latency_ms == null ? nothing : html`<span class="muted small">${Math.round(probe.latency_ms)} ms</span>`);

const card = (env, name, status, probe) => html`
  <article class="card stat" data-hook="env-card" data-env=${env}>
    <span class="label">${name}</span><span class="value">${badge(status, TONES[status] ?? "")}</span>${latency(probe)}
  </article>`;

const now = (status) => {
  const [text, tone] = verdict(status);
  return html`
    <div class="note ${tone}" data-hook="banner" role="status"><p><strong>${text}</strong>${status.checked_at ? html` <span class="muted small">checked ${ago(status.checked_at)}</span>` : html` <span class="muted small">nobody has asked yet</span>`}</p></div>
    <div class="grid fit" style="--least:12rem;margin-top:var(--space-4)">
      ${Object.entries(NAMES).map(([env, name]) => card(env, name, status.environments[env]?.status ?? "unknown", status.environments[env]?.game))}
      ${card("auth", "Account logins", status.auth == null ? "unknown" : status.auth.status ?? (status.auth.online ? "online" : "down"), status.auth)}
    </div>`;
};

const bar = (history) => {
  const whole = history.window_end - history.window_start;
  const first = history.segments[0]?.started_at ?? history.window_end;
  const part = (seconds) => `${(Math.max(0, seconds) / whole) * 100}%`;
  return html`<div class="timeline-bar" role="img" aria-label="Status over ${history.days} days; the list below says the same">
    <span style="--part:${part(first - history.window_start)}" title="not covered"></span>
    ${history.segments.map((segment) => html`<span data-hook="bar-segment" data-status=${segment.status} style="--part:${part(segment.duration_seconds)};--tone:${COLORS[segment.status]}" title="${segment.status}, ${duration(segment.duration_seconds)} from ${moment(segment.started_at)}"></span>`)}
  </div><div class="row between muted small"><span>${moment(history.window_start)}</span><span>now</span></div>`;
};

const past = (history) => history.segments.length === 0
  ? empty("No history yet", "It grows with each minute in which the servers are asked.")
  : html`<div class="stack">
    <div class="grid fit" style="--least:12rem">
      <div class="card stat"><span class="label">Up</span><span class="value">${percent(history.uptime, 2)}</span><span class="note-text muted small">of ${duration(history.covered_seconds)} that are known</span></div>
      <div class="card stat"><span class="label">Outages</span><span class="value">${history.outages.length}</span><span class="muted small">in ${history.days} days</span></div>
    </div>
    <div class="card">${bar(history)}</div>
    ${history.outages.length === 0 ? html`<p class="muted">No outage in this time.</p>` : html`
    <div class="table-wrap" tabindex="0" role="region" aria-label="Outages"><table><thead><tr><th scope="col">What</th><th scope="col">From</th><th scope="col">To</th><th scope="col" class="num">How long</th></tr></thead>
      <tbody>${history.outages.toReversed().map((outage) => html`<tr data-hook="outage"><td>${badge(outage.status, TONES[outage.status] ?? "")}</td><td>${moment(outage.started_at)}</td><td>${outage.ended_at ? moment(outage.ended_at) : "still going on"}</td><td class="num">${duration(outage.duration_seconds)}</td></tr>`)}</tbody></table></div>`}
  </div>`;

const days = document.getElementById("days");
let env = ["eu", "us", "pts"].includes(location.hash.slice(1)) ? location.hash.slice(1) : "eu";

const loadNow = () => show(document.getElementById("now"), () => siteData("/trove-status"), now);
const loadHistory = () => show(document.getElementById("history"), () => siteData("/trove-status/history", { env, days: days.value }), past);

const tabs = document.getElementById("envs");
tabs.querySelectorAll("[role=tab]").forEach((tab) => tab.setAttribute("aria-selected", tab.dataset.env === env));
tabList(tabs, (tab) => { env = tab.dataset.env; history.replaceState(null, "", "#" + env); loadHistory(); });
days.addEventListener("change", loadHistory);
loadNow();
loadHistory();
everySeconds(60, loadNow);
everySeconds(120, loadHistory);
