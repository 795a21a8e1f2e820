// What somebody who is signed in sees of themselves (web.md E).
import { html, render, skeleton, nothing } from "../design/core.js";
import { tabList } from "../design/feedback.js";
import { signedIn, signOut, call, keepName, whenEnded } from "../site/session.js";
import { profile } from "../site/profile.js";
import { wins } from "../site/wins.js";
import { claim } from "../site/claim.js";
import { sessions } from "../site/sessions.js";

const place = document.getElementById("dashboard");
const isOn = (feature) => place.dataset.on.split(" ").includes(feature);
const SECTIONS = [
  { id: "profile", label: "Profile", mount: profile },
  { id: "giveaways", label: "Giveaways", mount: wins, feature: "giveaways" },
  { id: "leaderboard", label: "Leaderboard", mount: claim, feature: "leaderboards" },
  { id: "sessions", label: "Sessions", mount: sessions },
].filter((section) => !section.feature || isOn(section.feature));
const toLogin = () => location.replace("/login?next=/dashboard");

function frame(user, won) {
  render(html`
    <div class="row between"><div class="tabs grow" style="min-width:min(100%,20rem)" role="tablist" aria-label="Sections">
      ${SECTIONS.map((section) => html`<button type="button" role="tab" data-hook="section-tab" data-section=${section.id} id="tab-${section.id}" aria-controls="section" aria-selected=${section.id === current()}>${section.label}${section.id === "giveaways" && won > 0 ? html` <span class="badge accent">${won}</span>` : nothing}</button>`)}
    </div><button class="btn" type="button" @click=${leave}>Sign out</button></div>
    <section id="section" data-hook="section" role="tabpanel" tabindex="-1"></section>`, place);
  const show = () => {
    const section = SECTIONS.find((each) => each.id === current());
    const shown = document.createElement("div");
    document.getElementById("section").replaceChildren(shown);
    document.getElementById("section").setAttribute("aria-labelledby", "tab-" + section.id);
    section.mount(shown, user, { changed: (changed) => { user = changed; show(); }, gone: toLogin });
  };
  tabList(place.querySelector("[role=tablist]"), (tab) => { history.replaceState(null, "", "#" + tab.dataset.section); show(); });
  addEventListener("hashchange", () => place.querySelector(`[data-section="${current()}"]`)?.click());
  show();
}

const current = () => (SECTIONS.some((section) => "#" + section.id === location.hash) ? location.hash.slice(1) : "profile");

async function leave() {
  await signOut();
  location.assign("/");
}

async function start() {
  render(html`<div class="card">${skeleton(6)}</div>`, place);
  try {
    const [user, mine] = await Promise.all([call("GET", "/v1/site-auth/me"), isOn("giveaways") ? call("GET", "/v1/giveaways/me").catch(() => []) : []]);
    keepName(user);
    frame(user, mine.filter((entry) => entry.won).length);
  } catch (error) {
    if (error.status === 401) toLogin();
    else render(html`<p class="note bad" data-hook="error" role="alert">${error.message} <button class="btn s" @click=${start}>Try again</button></p>`, place);
  }
}

whenEnded(toLogin);
if (signedIn()) start();
else toLogin();
