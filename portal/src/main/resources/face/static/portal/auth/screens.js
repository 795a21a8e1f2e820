// What one sees who is not signed in: log in, sign up, a new password, the second step.
import { html, render, nothing } from "../../design/core.js";
import { toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { urls } from "../config.js";
import { field, messageOf, themeButton } from "../parts.js";
import { Captcha } from "./captcha.js";
import { startGithub } from "./github.js";
import { logInByPasskey, passkeysWork } from "./passkey.js";
import { strengthMeter } from "./strength.js";

const anonymous = { anonymous: true };

/**
 * @param signedIn called with a TokenResponse
 * @param challenge details of second_factor_required, to begin with the second step
 * @param isNew whether to begin with signing up
 */
export function showAuth(root, { config, signedIn, challenge = null, isNew = false }) {
  new AuthCard(root, config, signedIn).show(challenge ? "second" : isNew ? "signup" : "login", challenge);
}

class AuthCard {
  constructor(root, config, signedIn) {
    Object.assign(this, { root, config, signedIn });
    this.email = "";
  }

  show(mode, challenge = null) {
    Object.assign(this, { mode, challenge, error: "", busy: false, password: "", resend: false });
    this.captcha?.remove();
    this.captcha = new Captcha(this.config);
    this.startedAt = Date.now();
    document.title = `${TITLES[mode]} · Developer portal · ${this.config.app_name}`;
    this.draw();
    this.root.querySelector("form input:not([tabindex='-1'])")?.focus();
  }

  draw() {
    render(html`
      <header class="auth-top"><a class="brand" href=${urls.app}><img src="/static/design/mark.svg" alt="" width="28" height="28">${this.config.app_name}</a>${themeButton(() => this.draw())}</header>
      <main class="auth"><div class="card stack">
        <h1>${TITLES[this.mode]}</h1>
        ${this.mode === "login" || this.mode === "signup" ? this.switch() : nothing}
        ${this[this.mode]()}
      </div></main>
      <footer class="auth-foot muted small"><a href=${urls.docs}>Documentation</a><a href="${urls.app}/terms">Terms</a><a href="${urls.app}/privacy">Privacy</a></footer>`, this.root);
    this.captcha.mount(this.root.querySelector(".captcha"));
  }

  switch() {
    const button = (mode, label) => html`<button class="chip" type="button" aria-pressed=${this.mode === mode} data-mode=${mode} @click=${() => mode !== this.mode && this.show(mode)}>${label}</button>`;
    return html`<div class="row" role="group" aria-label="New here?">${button("login", "I have an account")}${button("signup", "I am new")}</div>`;
  }

  /** Runs a form's call once; its error stays under the form. */
  async act(event, work) {
    event.preventDefault();
    if (this.busy) return;
    Object.assign(this, { busy: true, error: "", resend: false });
    this.draw();
    try {
      await work(event.target.elements);
    } catch (error) {
      this.error = messageOf(error);
      this.resend = error.code === "email_unverified";
      this.captcha.reset();
    }
    this.busy = false;
    if (this.root.contains(event.target)) this.draw();
  }

  foot(label) {
    return html`
      ${this.config.captcha_sitekey ? html`<div class="captcha"></div>` : nothing}
      <p class="error-text" role="alert" data-hook="auth-error">${this.error}${this.resend ? html` <button class="btn s" type="button" data-hook="resend" @click=${() => this.sendAgain()}>Send the mail again</button>` : nothing}</p>
      <button class="btn primary" type="submit" aria-busy=${this.busy} ?disabled=${this.busy}>${label}</button>`;
  }

  address() {
    return field("E-mail address", html`<input class="input" type="email" name="email" autocomplete="username" required .value=${this.email} @input=${(e) => { this.email = e.target.value; }}>`);
  }

  login() {
    return html`<form id="login-form" class="form" data-hook="login-form" @submit=${(e) => this.act(e, (f) => this.logIn(f))}>
        ${this.address()}
        ${field("Password", html`<input class="input" type="password" name="password" autocomplete="current-password" required>`)}
        ${this.foot("Log in")}
        <button class="link" type="button" data-hook="forgot" @click=${() => this.show("forgot")}>Forgot the password?</button>
      </form>
      ${passkeysWork() || this.config.github_oauth_enabled ? html`<div class="or"><span>or</span></div>` : nothing}
      ${passkeysWork() ? html`<button class="btn" type="button" data-hook="passkey-login" @click=${() => this.passkey()}>Use a passkey</button>` : nothing}
      ${this.config.github_oauth_enabled ? html`<button class="btn" type="button" data-hook="github" @click=${() => startGithub(this.config)}>Continue with GitHub</button>` : nothing}`;
  }

  async logIn(fields) {
    const body = { email: this.email.trim(), password: fields.password.value, captcha_token: this.captcha.token() };
    try {
      await this.signedIn(await api.post("/auth/login", body, anonymous));
    } catch (error) {
      if (error.code !== "second_factor_required") throw error;
      this.show("second", error.details);
    }
  }

  async passkey() {
    try {
      await this.signedIn(await logInByPasskey(this.challenge?.challenge));
    } catch (error) {
      this.error = messageOf(error);
      this.draw();
    }
  }

  second() {
    const { methods } = this.challenge;
    const label = methods.includes("authenticator") ? "Code of your authenticator, or a recovery code" : "Recovery code";
    return html`<p>The password was right. Now show your second factor; you have five minutes.</p>
      ${methods.includes("passkey") && passkeysWork() ? html`<button class="btn primary" type="button" data-hook="passkey-login" @click=${() => this.passkey()}>Use a passkey</button><div class="or"><span>or</span></div>` : nothing}
      <form id="second-form" class="form" data-hook="second-form" @submit=${(e) => this.act(e, (f) => this.secondStep(f))}>
        ${field(label, html`<input class="input mono" name="code" autocomplete="one-time-code" spellcheck="false" autocapitalize="none" required>`)}
        <p class="error-text" role="alert" data-hook="auth-error">${this.error}</p>
        <button class="btn primary" type="submit" aria-busy=${this.busy} ?disabled=${this.busy}>Confirm</button>
        <button class="link" type="button" @click=${() => this.show("login")}>Begin again</button>
      </form>`;
  }

  async secondStep(fields) {
    const { challenge } = this.challenge;
    await this.signedIn(await api.post("/auth/login/second-factor", { challenge, code: fields.code.value.trim() }, anonymous));
  }

  signup() {
    return html`<form id="signup-form" class="form" data-hook="signup-form" @submit=${(e) => this.act(e, (f) => this.signUp(f))}>
      ${this.address()}
      ${field("Display name (optional)", html`<input class="input" name="display_name" maxlength="80" autocomplete="nickname">`)}
      <div>${field("Password", html`<input class="input" type="password" name="password" autocomplete="new-password" minlength="8" required @input=${(e) => { this.password = e.target.value; this.draw(); }}>`)}
        ${strengthMeter(this.password)}</div>
      <div class="trap" aria-hidden="true"><label>Website<input name="website" tabindex="-1" autocomplete="off"></label></div>
      ${this.foot("Create the account")}
      <p class="hint">With an account you accept the <a href="${urls.app}/terms">terms</a>.</p>
    </form>`;
  }

  async signUp(fields) {
    await api.post("/auth/signup", {
      email: this.email.trim(),
      password: fields.password.value,
      display_name: fields.display_name.value.trim() || null,
      captcha_token: this.captcha.token(),
      website: fields.website.value,
      form_started_at: this.startedAt,
    }, anonymous);
    toast("A mail with a link is on its way. Look into the spam folder too.");
    this.show("login");
  }

  forgot() {
    return html`<p>A link to a new password comes by mail.</p>
      <form id="forgot-form" class="form" data-hook="forgot-form" @submit=${(e) => this.act(e, () => this.forget())}>
        ${this.address()}${this.foot("Send the link")}
        <button class="link" type="button" @click=${() => this.show("login")}>Back to the log-in</button>
      </form>`;
  }

  async forget() {
    const { message } = await api.post("/auth/forgot-password", { email: this.email.trim(), captcha_token: this.captcha.token() }, anonymous);
    toast(message);
    this.show("login");
  }

  async sendAgain() {
    try {
      toast((await api.post("/auth/resend-verification", { email: this.email.trim() }, anonymous)).message);
    } catch (error) {
      toast(error.message, "err");
    }
  }
}

const TITLES = { login: "Log in", signup: "Sign up", forgot: "New password", second: "One more step" };
