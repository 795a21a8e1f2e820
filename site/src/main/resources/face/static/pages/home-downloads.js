// The app, for each platform.
import { html, siteData, show, number, day } from "../design/core.js";

const RELEASES = "https://github.com/AallynReed/BetterTroveTools/releases";
const PLATFORMS = { windows: "Windows", linux: "Linux", android: "Android" };
const MARKS = { windows: "⊞", linux: "$_", android: "▯" };

/** The reader's own platform, as far as the browser says it. */
function own() {
  const agent = navigator.userAgent;
  return /Android/.test(agent) ? "android" : /Windows/.test(agent) ? "windows" : /Linux|X11/.test(agent) ? "linux" : null;
}

export function downloads(place) {
  show(place, () => siteData("/btt/latest"), view, html`${Object.keys(PLATFORMS).map(() => html`<div class="card"><span class="skeleton" data-hook="loading" style="height:7.5rem"></span></div>`)}`);
}

function view({ platforms }) {
  const mine = own();
  const names = Object.keys(PLATFORMS).sort((a, b) => (b === mine) - (a === mine));
  return html`${names.map((name) => card(name, platforms?.[name], name === mine))}`;
}

function card(name, latest, mine) {
  const [asset, ...others] = latest?.assets ?? [];
  return html`<article class="card home-platform" data-platform=${name}>
    <header><h3><span class="home-mark" aria-hidden="true">${MARKS[name]}</span> ${PLATFORMS[name]}</h3>${mine ? html`<span class="badge accent">your system</span>` : ""}</header>
    ${asset ? html`
      <p class="muted small">${latest.release.tag_name} · ${day(latest.release.published_at)} · ${size(asset.size)}</p>
      <a class="btn ${mine ? "primary" : ""}" href=${asset.url} rel="noopener">Download</a>
      ${others.length ? html`<details class="small"><summary>Other files</summary><ul class="home-plain">${others.map((other) => html`<li><a href=${other.url} rel="noopener">${other.name}</a> <span class="muted">${size(other.size)}</span></li>`)}</ul></details>` : ""}`
      : html`<p class="muted small" data-hook="empty">There is no release for ${PLATFORMS[name]} yet.</p><a class="btn" href=${RELEASES} rel="noopener">See the releases</a>`}</article>`;
}

const size = (bytes) => (bytes == null ? "" : `${number(bytes / 1048576, 1)} MB`);
