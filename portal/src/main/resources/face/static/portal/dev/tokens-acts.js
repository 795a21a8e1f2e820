// What is done to one token: each asks in a dialog, but for the switch.
import { html } from "../../design/core.js";
import { dialog, toast } from "../../design/feedback.js";
import { api } from "../api.js";
import { field } from "../parts.js";
import { lines } from "./lines.js";

/** @returns the token; undefined when the dialog was closed */
export const editToken = (token) => dialog({
  title: `Edit ${token.name}`,
  body: html`${field("Name", html`<input class="input" name="name" maxlength="80" .value=${token.name}>`)}
    ${field("Allowed IP addresses", html`<textarea class="input mono" name="ips" rows="5" spellcheck="false" .value=${token.allowed_ips.join("\n")}></textarea>`, "This list takes the place of the one before. Empty: from anywhere.")}`,
  confirm: "Save",
  armed: (form) => form.elements.name.value.trim() !== "",
  action: (form) => api.patch(`/tokens/${token.id}`, { name: form.elements.name.value.trim(), allowed_ips: lines(form.elements.ips.value) }),
});

/** @returns TokenCreated */
export const rotateToken = (token) => dialog({
  title: `Rotate ${token.name}?`,
  body: html`<p>It gets a new secret and keeps everything else.</p>
    ${field("The old secret", html`<select class="input" name="overlap"><option value="0">dies at once</option><option value="1">works for another hour</option><option value="24">works for another day</option></select>`)}`,
  confirm: "Rotate",
  action: (form) => api.post(`/tokens/${token.id}/rotate`, { overlap_hours: Number(form.elements.overlap.value) }),
});

export const revokeToken = (token, reasons) => dialog({
  title: `Revoke ${token.name}?`,
  body: html`<p>Programs that use it are refused at once, for good.</p>
    ${field("Reason", html`<select class="input" name="known">${reasons.map((reason, i) => html`<option ?selected=${i === 0}>${reason}</option>`)}<option value="">another one</option></select>`)}
    ${field("In your words (optional)", html`<input class="input" name="own" maxlength="200" autocomplete="off">`)}`,
  confirm: "Revoke",
  danger: true,
  armed: (form) => Boolean(form.elements.own.value.trim() || form.elements.known.value),
  action: (form) => api.post(`/tokens/${token.id}/revoke`, { reason: form.elements.own.value.trim() || form.elements.known.value }),
});

export async function switchToken(token) {
  const done = await api.post(`/tokens/${token.id}/${token.disabled ? "enable" : "disable"}`);
  toast(done.disabled ? `${token.name} is refused until you enable it` : `${token.name} works again`);
  return done;
}
