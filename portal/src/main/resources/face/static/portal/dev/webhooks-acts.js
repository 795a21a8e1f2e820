// Dialogs about one webhook.
import { html } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";
import { api } from "../api.js";
import { field } from "../parts.js";

const chosen = (form) => [...form.querySelectorAll("[name=event]:checked")].map((box) => box.value);

/** @param webhook null makes one. @returns the webhook, a new one with its secret; undefined when the dialog was closed */
export const editWebhook = (webhook, kinds) => dialog({
  title: webhook ? `Edit ${webhook.name}` : "New webhook",
  wide: true,
  body: html`
    ${field("Name", html`<input class="input" name="name" maxlength="80" autocomplete="off" .value=${webhook?.name ?? ""}>`)}
    ${field("Address", html`<input class="input mono" name="url" type="url" maxlength="2000" placeholder="https://hooks.example.com/kiwi" autocomplete="off" spellcheck="false" .value=${webhook?.url ?? ""}>`, "https, on a public host.")}
    <fieldset><legend>What for</legend><div class="scopes">${kinds.map(({ kind, description }) => html`<label class="check"><input type="checkbox" name="event" value=${kind} ?checked=${webhook?.events.includes(kind) ?? false}><span><code>${kind}</code><small>${description}</small></span></label>`)}</div></fieldset>`,
  confirm: webhook ? "Save" : "Make the webhook",
  armed: (form) => Boolean(form.elements.name.value.trim() && form.elements.url.value.trim() && chosen(form).length),
  action: (form) => {
    const body = { name: form.elements.name.value.trim(), url: form.elements.url.value.trim(), events: chosen(form) };
    return webhook ? api.patch(`/webhooks/${webhook.id}`, body) : api.post("/webhooks", body);
  },
});

/** @returns the webhook with its new secret */
export const rotateSecret = (webhook) => dialog({
  title: `A new secret for ${webhook.name}?`,
  body: html`<p>Messages are signed with both until you have put the new one in.</p>
    ${field("The old secret signs", html`<select class="input" name="overlap"><option value="24">for another day</option><option value="1">for another hour</option><option value="0">no more</option></select>`)}`,
  confirm: "Make a new secret",
  action: (form) => api.post(`/webhooks/${webhook.id}/rotate-secret`, { overlap_hours: Number(form.elements.overlap.value) }),
});

export const removeWebhook = (webhook) => dialog({
  title: `Delete ${webhook.name}?`,
  body: html`<p>What waits to be sent and the log of deliveries go with it.</p>`,
  confirm: "Delete",
  danger: true,
  action: async () => { await api.del(`/webhooks/${webhook.id}`); },
});
