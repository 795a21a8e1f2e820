// API tokens: mint, list, edit, rotate, disable, revoke.
import { html, render, show, nothing } from "../../design/core.js";
import { codeSample, secret, toast } from "../../design/feedback.js";
import { DataTable } from "../../design/table.js";
import { api } from "../api.js";
import { urls } from "../config.js";
import { MintForm } from "./tokens-mint.js";
import { rememberSecret } from "./secrets.js";
import { showOnce } from "./shown-once.js";
import { activeColumns, revokedColumns } from "./tokens-columns.js";
import { editToken, revokeToken, rotateToken, switchToken } from "./tokens-acts.js";

export function mount(place, context) {
  new Tokens(place, context).start();
}

class Tokens {
  constructor(place, { me, config, go }) {
    Object.assign(this, { place, me, config, go });
  }

  start() {
    this.frame();
    this.mint = new MintForm(this.place.querySelector("#mint"), this.config, this.mayMint(), (made) => this.made(made));
    this.load();
  }

  mayMint() {
    return this.me.is_verified || !this.config.require_verified_for_tokens;
  }

  frame() {
    render(html`
      ${this.mayMint() ? nothing : html`<div class="note warn" data-hook="unverified"><p><strong>Confirm your e-mail address first.</strong> Open the link in the mail that you got; then you can make tokens.</p><button class="btn s" type="button" @click=${() => this.resend()}>Send the mail again</button></div>`}
      <div id="shown" aria-live="polite" tabindex="-1"></div>
      <section class="stack" aria-labelledby="list-title"><h2 id="list-title">Your tokens</h2><div id="list"></div></section>
      <section class="card" id="mint"></section>
      <section class="card stack"><h2>How to use a token</h2>
        <p>Send it with each call. A call without one works on public routes too, with smaller limits.</p>
        ${codeSample({ curl: curl("kiwi_YOUR_TOKEN", "/v1/whoami") })}
        <p class="muted">The <a href=${urls.docs}>documentation</a> has every endpoint; the <a href="#console">console</a> tries them.</p></section>`, this.place);
  }

  load() {
    return show(this.place.querySelector("#list"), () => api.get("/tokens"), (tokens) => this.list(tokens));
  }

  list(tokens) {
    const revoked = tokens.filter((token) => token.revoked);
    queueMicrotask(() => this.tables(tokens.filter((token) => !token.revoked), revoked));
    return html`<div id="active"></div>
      <details class="card" style="margin-top:var(--space-4)" ?hidden=${revoked.length === 0} data-hook="revoked"><summary>Revoked tokens (${revoked.length})</summary><div id="revoked"></div></details>`;
  }

  tables(active, revoked) {
    const acts = {
      edit: (token) => editToken(token).then((done) => this.changed(done)),
      rotate: (token) => rotateToken(token).then((made) => made && this.made(made)),
      revoke: (token) => revokeToken(token, this.config.revoke_reasons).then((done) => this.changed(done)),
      flip: (token) => switchToken(token).then((done) => this.changed(done), (error) => toast(error.message, "err")),
      usage: (token) => this.go(`activity?token=${token.id}`),
    };
    new DataTable(this.place.querySelector("#active"), { caption: "API tokens", columns: activeColumns(acts, this.config), rowHook: "token-row", none: "You have no token yet. Make the first one below." }).show(active.toReversed());
    new DataTable(this.place.querySelector("#revoked"), { caption: "Revoked tokens", columns: revokedColumns, rowHook: "revoked-row" }).show(revoked.toReversed());
  }

  changed(done) {
    if (done) this.load();
  }

  /** The whole secret, this once. */
  made(token) {
    rememberSecret(token);
    showOnce(this.place.querySelector("#shown"), {
      hook: "token-shown",
      title: `${token.rotated_at ? "The new secret of" : "Your token"} “${token.name}”`,
      body: {
        note: "Keep it where you keep passwords, and out of public code.",
        view: html`${secret(token.token, "token-secret")}${codeSample({ curl: curl(token.token, "/v1/whoami") })}`,
      },
    });
    this.load();
  }

  async resend() {
    try {
      toast((await api.post("/auth/resend-verification", { email: this.me.email })).message);
    } catch (error) {
      toast(error.message, "err");
    }
  }
}

const curl = (token, path) => `curl "${urls.api}${path}" \\\n  -H "Authorization: Bearer ${token}"`;
