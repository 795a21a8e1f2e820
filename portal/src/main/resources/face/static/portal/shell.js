// The frame of who is signed in: top bar, sidebar, and the tab that the hash names.
import { html, render, nothing, badge, icon, skeleton, failed } from "../design/core.js";
import { api } from "./api.js";
import { urls } from "./config.js";
import { forget, refreshToken } from "./session.js";
import { forgetSecrets } from "./dev/secrets.js";
import { tabs, aliases, usualTab } from "./tabs.js";
import { heart, menu, themeButton } from "./parts.js";

let shell = null;

/** @param leave called after the log-out */
export function showShell(root, { me, config, leave }) {
  shell?.close();
  shell = new Shell(root, me, config, leave);
}

/** Ends what runs in the tab that is open, if any is. */
export const closeShell = () => shell?.close();

class Shell {
  constructor(root, me, config, leave) {
    Object.assign(this, { root, me, config, leave });
    this.menuOpen = false;
    this.onHash = () => this.open();
    window.addEventListener("hashchange", this.onHash);
    // A link in a mail may have changed the account in another window.
    this.onSight = () => { if (!document.hidden) this.reloadMe().catch(() => {}); };
    document.addEventListener("visibilitychange", this.onSight);
    this.open();
  }

  close() {
    forgetSecrets();
    window.removeEventListener("hashchange", this.onHash);
    document.removeEventListener("visibilitychange", this.onSight);
    this.leaveTab();
    shell = null;
  }

  leaveTab() {
    this.aborting?.abort();
    // A secret that is shown once stays until it was read.
    document.querySelectorAll("dialog:not([data-once])").forEach((box) => box.close());
    try {
      this.unmount?.();
    } finally {
      this.unmount = null;
    }
  }

  mine() {
    return tabs.filter((tab) => !tab.superuser || this.me.is_superuser);
  }

  /** The tab of the hash; an unknown one, and one that is not for this person, is the usual one. */
  wanted() {
    const id = location.hash.slice(1).split("?")[0];
    const known = aliases[id] ?? id;
    return this.mine().find((tab) => tab.id === known) ?? tabs.find((tab) => tab.id === usualTab);
  }

  async open() {
    const tab = this.wanted();
    if (this.tab === tab && this.unmount) return;
    this.leaveTab();
    this.tab = tab;
    this.menuOpen = false;
    document.title = `${tab.label} · Developer portal · ${this.config.app_name}`;
    this.draw();
    await this.mount(tab);
  }

  async mount(tab) {
    const aborting = (this.aborting = new AbortController());
    const place = document.createElement("div");
    place.className = "stack";
    const body = this.root.querySelector("#tab-place");
    body.replaceChildren(place);
    render(skeleton(5), place);
    try {
      const module = await tab.load();
      if (aborting.signal.aborted) return;
      render(nothing, place);
      const unmount = await module.mount(place, this.context(aborting.signal));
      if (aborting.signal.aborted) unmount?.();
      else this.unmount = unmount ?? (() => {});
    } catch (error) {
      if (aborting.signal.aborted || error.name === "AbortError") return;
      console.error(error);
      render(failed(error, () => this.mount(tab)), place);
    }
  }

  context(signal) {
    return { me: this.me, config: this.config, signal, go: (id) => { location.hash = id; }, reloadMe: () => this.reloadMe(), leave: () => this.out() };
  }

  /** After an edit of the account. */
  async reloadMe() {
    const me = await api.get("/auth/me");
    if (shell !== this) return me;
    const changed = me.is_verified !== this.me.is_verified || me.email !== this.me.email;
    Object.assign(this.me, me);
    this.draw();
    if (changed) {
      this.leaveTab();
      this.mount(this.tab);
    }
    return me;
  }

  out() {
    forget();
    this.close();
    this.leave();
  }

  async logOut() {
    await api.post("/auth/logout", { refresh_token: refreshToken() }, { anonymous: true }).catch(() => {});
    this.out();
  }

  draw() {
    const { me, tab } = this;
    render(html`
      <button class="skip" type="button" @click=${() => this.root.querySelector("#tab-body").focus()}>Skip to the content</button>
      <header class="bar portal-bar"><div class="wrap wide">
        <button class="icon-btn nav-toggle" type="button" id="nav-toggle" aria-label="Menu" aria-controls="portal-nav" aria-expanded=${this.menuOpen} @click=${() => { this.menuOpen = !this.menuOpen; this.draw(); }}>${menu}</button>
        <a class="brand" href="#${usualTab}"><img src="/static/design/mark.svg" alt="" width="28" height="28"><span>${this.config.app_name}</span></a>
        <div class="tools">
          <span class="who"><span class="clip muted small" title=${me.email}>${me.email}</span>${me.is_verified ? badge("verified", "good") : badge("unverified", "warn")}</span>
          ${themeButton(() => this.draw())}
          <a class="icon-btn heart" href="${urls.app}/support" aria-label="Support the project">${heart}</a>
          <button class="btn s" type="button" data-hook="log-out" @click=${() => this.logOut()}>Log out</button>
        </div></div></header>
      <div class="shell">
        <nav class="side ${this.menuOpen ? "open" : ""}" id="portal-nav" data-hook="nav" aria-label="Tabs">${this.groups()}
          <h2>Elsewhere</h2><a href=${urls.docs}>Documentation</a><a href=${urls.app}>Website</a></nav>
        <main class="content" id="tab-body" data-hook="tab-body" data-tab=${tab.id} tabindex="-1">
          <div class="page-head"><p class="small crumbs">${tab.group} <span aria-hidden="true">›</span> ${tab.label}</p><h1>${tab.label}</h1>${tab.lead ? html`<p>${tab.lead}</p>` : nothing}</div>
          <div id="tab-place"></div>
        </main>
      </div>`, this.root);
  }

  groups() {
    const names = [...new Set(this.mine().map((tab) => tab.group))];
    return names.map((name) => html`<h2>${name}</h2>${this.mine().filter((tab) => tab.group === name).map((tab) => html`
      <button type="button" data-tab=${tab.id} aria-current=${tab === this.tab ? "page" : nothing} @click=${() => this.go(tab)}>${tab.label}</button>`)}`);
  }

  go(tab) {
    this.menuOpen = false;
    if (this.wanted() === tab && location.hash) this.draw();
    else location.hash = tab.id;
  }
}
