// Tries endpoints: any of the live OpenAPI document, with a real call.
import { html, render, show, nothing, getJson, badge, debounced } from "../../design/core.js";
import { codeSample } from "../../design/feedback.js";
import { urls } from "../config.js";
import { access } from "../session.js";
import { answerView, run } from "./console/answer.js";
import { bodyView, parametersView, whoView, withCode } from "./console/form.js";
import { operationsOf } from "./console/operations.js";
import { keyOf, requestOf } from "./console/request.js";
import { samplesOf } from "./console/samples.js";
import { hashQuery, setHashQuery } from "./hash.js";
import { rememberedSecrets } from "./secrets.js";

export function mount(place, { me, signal }) {
  const tab = new Console(place, me);
  show(place, async () => operationsOf(await getJson("/openapi.json", { signal })), (operations) => tab.begin(operations));
  window.addEventListener("hashchange", () => tab.fromHash(), { signal });
  return () => tab.stop();
}

class Console {
  constructor(place, me) {
    Object.assign(this, { place, me, operations: [], text: "", values: {}, files: {}, body: "", error: "", answer: null });
    const [newest] = rememberedSecrets().slice(-1);
    this.who = { kind: newest?.id ?? "none", pasted: "" };
    this.search = debounced((text) => { this.text = text.toLowerCase(); this.draw(); }, 120);
  }

  begin(operations) {
    this.operations = operations;
    queueMicrotask(() => this.fromHash());
    return html`<div id="console"></div>`;
  }

  fromHash() {
    if (!this.operations.length) return;
    const wanted = hashQuery().get("op");
    this.choose(this.operations.find(({ id }) => id === wanted) ?? this.operations.find(({ path }) => path === "/v1/rotations/server-time") ?? this.operations[0], false);
  }

  choose(operation, byHand = true) {
    if (operation === this.operation) return;
    this.stop();
    const examples = operation.parameters.filter(({ required, example }) => required && example !== undefined).map((parameter) => [keyOf(parameter), String(parameter.example)]);
    Object.assign(this, { operation, values: Object.fromEntries(examples), files: {}, body: operation.body?.text ?? "", error: "", answer: null });
    if (byHand) setHashQuery("console", { op: operation.id });
    this.draw();
    if (byHand) this.place.querySelector("#operation")?.scrollIntoView({ block: "nearest" });
  }

  token() {
    const { kind, pasted } = this.who;
    if (kind === "session") return access();
    return kind === "paste" ? pasted || null : rememberedSecrets().find(({ id }) => id === kind)?.token ?? null;
  }

  request() {
    const body = this.operation.body?.files ? this.files : this.body;
    return requestOf(this.operation, this.values, body, this.token());
  }

  stop() {
    this.aborting?.abort();
    this.aborting = null;
  }

  async send(event) {
    event.preventDefault();
    this.stop();
    try {
      this.error = "";
      const request = this.request();
      this.aborting = new AbortController();
      const { signal } = this.aborting;
      this.answer = null;
      await run(request, (answer) => { if (this.aborting?.signal === signal) { this.answer = answer; this.draw(); } }, signal, this.who.kind === "session");
    } catch (error) {
      this.error = error.message;
      this.draw();
    }
  }

  draw() {
    render(html`<div class="split console">
      <div class="stack"><input class="input" type="search" placeholder="Search endpoints" aria-label="Search endpoints" data-hook="console-search" @input=${(e) => this.search(e.target.value)}>
        <nav class="endpoints" aria-label="Endpoints" data-hook="console-endpoints">${this.list()}</nav></div>
      <div class="stack" id="operation">${this.form()}
        <section class="card stack"><h2>Answer</h2>${answerView(this.answer, () => this.halt())}</section>
        <section class="stack"><h2>The same call as code</h2>${this.samples()}</section></div></div>`, this.place.querySelector("#console"));
  }

  /** Stopped by hand: what came so far stays. */
  halt() {
    const { answer } = this;
    this.stop();
    this.answer = { ...answer, running: false, stopped: true };
    this.draw();
  }

  list() {
    const found = this.operations.filter((each) => `${each.method} ${each.path} ${each.summary} ${each.tag}`.toLowerCase().includes(this.text));
    const tags = [...new Set(found.map(({ tag }) => tag))];
    if (!tags.length) return html`<p class="muted" data-hook="empty">Nothing matches.</p>`;
    return tags.map((tag) => html`<h2>${tag}</h2>${found.filter((each) => each.tag === tag).map((each) => html`
      <button type="button" data-op=${each.id} aria-current=${each === this.operation ? "true" : nothing} title=${each.summary} @click=${() => this.choose(each)}><span class="method" data-method=${each.method}>${each.method}</span> ${each.path}</button>`)}`);
  }

  form() {
    const { operation } = this;
    const edited = (key, text) => { this.values = { ...this.values, [key]: text }; this.draw(); };
    return html`<form class="card stack" data-hook="console-form" @submit=${(e) => this.send(e)} novalidate>
      <div><h2><span class="method">${operation.method}</span> <code>${operation.path}</code></h2><p><strong>${operation.summary}</strong> ${operation.scope ? badge(operation.scope, "accent") : nothing}</p>
        <p class="muted small">${withCode(operation.description.replace(/[🔓⭐]\s*/gu, ""))}</p></div>
      ${parametersView(operation, this.values, edited)}
      ${bodyView(operation.body, this.body, (text) => { this.body = text; this.draw(); }, (name, file) => { this.files = { ...this.files, [name]: file }; this.draw(); })}
      ${whoView(operation, this.who, rememberedSecrets(), this.me.is_superuser, (changed) => { this.who = { ...this.who, ...changed }; this.draw(); })}
      <p class="error-text" role="alert" data-hook="console-error">${this.error}</p>
      <div class="row"><button class="btn primary" type="submit" aria-busy=${this.answer?.running ?? false}>Send</button>${operation.method === "GET" ? nothing : html`<span class="muted small">This is a real call.</span>`}</div>
    </form>`;
  }

  samples() {
    try {
      return codeSample(samplesOf(shown(this.request(), this.who), urls.api));
    } catch (error) {
      return html`<p class="muted">${error.message}</p>`;
    }
  }
}

/** Samples name the token in place of showing it. */
function shown(request, who) {
  const { Authorization, ...headers } = request.headers;
  if (!Authorization && who.kind !== "paste") return request;
  return { ...request, headers: { Authorization: "Bearer YOUR_TOKEN", ...headers } };
}
