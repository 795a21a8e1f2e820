// Webhooks: where Kiwi posts to, what for, and how that goes.
import { html, render, show, nothing, badge, moment, repeat } from "../../design/core.js";
import { codeSample, secret, toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { urls } from "../config.js";
import { showOnce } from "./shown-once.js";
import { Deliveries } from "./webhooks-deliveries.js";
import { editWebhook, removeWebhook, rotateSecret } from "./webhooks-acts.js";
import { VERIFY } from "./webhooks-samples.js";

export function mount(place) {
  new Webhooks(place).start();
}

class Webhooks {
  constructor(place) {
    this.place = place;
    this.opened = new Map();
  }

  start() {
    render(html`
      <div id="shown" tabindex="-1" aria-live="polite"></div>
      <div class="row between"><h2 style="margin:0">Your webhooks</h2><button class="btn primary" type="button" data-hook="webhook-create" @click=${() => this.edit(null)}>New webhook</button></div>
      <div id="list" style="min-height:10rem"></div>
      <section class="card stack"><h2>Check what you get</h2>
        <p>Every message is signed with the webhook's secret in <code>Kiwi-Signature</code>. Answer any 2xx within ten seconds, tell repeats by <code>id</code>, and trust the signature, not the address it comes from. More in the <a href=${urls.docs}>documentation</a>.</p>
        ${codeSample(VERIFY)}</section>`, this.place);
    this.load();
  }

  load() {
    return show(this.place.querySelector("#list"), async () => {
      const [webhooks, kinds] = await Promise.all([api.get("/webhooks"), this.kinds ?? api.get("/webhooks/event-kinds")]);
      this.kinds = kinds;
      return webhooks;
    }, (webhooks) => (webhooks.length ? html`<div class="stack">${repeat(webhooks, (webhook) => webhook.id, (webhook) => this.card(webhook))}</div>` : html`<div class="card empty" data-hook="empty"><strong>No webhook yet</strong><p>With one, your program hears of new leaderboards or a leaked token within seconds, without asking.</p></div>`));
  }

  card(webhook) {
    return html`<article class="card stack" data-hook="webhook-row" data-id=${webhook.id}>
      <header class="row between"><h3 style="margin:0">${webhook.name} ${state(webhook)}</h3>
        <div class="row">
          <button class="btn s" type="button" data-hook="ping" ?disabled=${!webhook.enabled} @click=${() => this.act(() => api.post(`/webhooks/${webhook.id}/ping`), "A ping is on its way", webhook)}>Send a test</button>
          <button class="btn s" type="button" @click=${() => this.edit(webhook)}>Edit</button>
          <button class="btn s" type="button" @click=${() => this.rotate(webhook)}>New secret</button>
          <button class="btn s" type="button" ?disabled=${webhook.disabled_by === "administrator"} @click=${() => this.act(() => api.patch(`/webhooks/${webhook.id}`, { enabled: !webhook.enabled }), webhook.enabled ? "Nothing is posted any more" : "It is posted to again")}>${webhook.enabled ? "Disable" : "Enable"}</button>
          <button class="btn s danger" type="button" @click=${() => this.remove(webhook)}>Delete</button>
        </div></header>
      <p><code>${webhook.url}</code></p>
      <div class="row">${webhook.events.map((kind) => badge(kind))}</div>
      ${webhook.old_secret_until && new Date(webhook.old_secret_until) > new Date() ? html`<p class="muted small">Signed with the old secret too until ${moment(webhook.old_secret_until)}.</p>` : nothing}
      <details @toggle=${(e) => this.open(webhook, e.target)}><summary>Deliveries</summary><div class="deliveries" style="margin-top:var(--space-3)"></div></details>
    </article>`;
  }

  open(webhook, details) {
    if (!details.open) return this.opened.delete(webhook.id);
    const deliveries = new Deliveries(details.querySelector(".deliveries"), webhook);
    this.opened.set(webhook.id, deliveries);
    deliveries.load();
  }

  async act(work, said, webhook) {
    try {
      await work();
      toast(said);
      if (webhook) this.opened.get(webhook.id)?.load();
      else this.load();
    } catch (error) {
      toast(error.message, "err");
    }
  }

  async edit(webhook) {
    const saved = await editWebhook(webhook, this.kinds ?? (await api.get("/webhooks/event-kinds")));
    if (saved?.secret) this.made(saved);
    if (saved) this.load();
  }

  async rotate(webhook) {
    const made = await rotateSecret(webhook);
    if (!made) return;
    this.made(made);
    this.load();
  }

  async remove(webhook) {
    if (await removeWebhook(webhook)) this.load();
  }

  /** The secret, this once. */
  made(webhook) {
    showOnce(this.place.querySelector("#shown"), {
      hook: "webhook-shown",
      title: `The secret of “${webhook.name}”`,
      body: { note: "Your program checks signatures with it.", view: secret(webhook.secret, "webhook-secret") },
    });
  }
}

const BY = { owner: "disabled", administrator: "disabled by an administrator", failures: "disabled after a day of failures" };
const state = (webhook) => (webhook.enabled ? badge("enabled", "good") : badge(BY[webhook.disabled_by] ?? "disabled", webhook.disabled_by === "owner" ? "warn" : "bad"));
