// What the tables of tokens show.
import { html, nothing, ago, badge, day, moment, number } from "../../design/core.js";

const ended = (token) => token.expires_at !== null && new Date(token.expires_at) <= new Date();

export const status = (token) => (token.revoked ? badge("revoked", "bad") : token.disabled ? badge("disabled", "warn") : ended(token) ? badge("expired", "warn") : badge("active", "good"));

const scopes = (token) => (token.scopes === 0
  ? badge("all", "accent")
  : html`<span class="row" style="max-width:20rem">${token.scope_names.map((name) => badge(name))}</span>`);

const named = (token) => html`<strong>${token.name}</strong><br><code class="nowrap">${token.prefix}…</code>
  ${token.allowed_ips?.length ? html`<br><span class="muted small" title=${token.allowed_ips.join(", ")}>from ${token.allowed_ips.length === 1 ? token.allowed_ips[0] : `${token.allowed_ips.length} addresses`}</span>` : nothing}
  ${token.old_secret_until && new Date(token.old_secret_until) > new Date() ? html`<br><span class="muted small">old secret until ${moment(token.old_secret_until)}</span>` : nothing}`;

const buttons = (token, acts) => html`<div class="actions-cell">
  <button class="btn s" type="button" @click=${() => acts.usage(token)}>Usage</button>
  <button class="btn s" type="button" @click=${() => acts.edit(token)}>Edit</button>
  <button class="btn s" type="button" @click=${() => acts.rotate(token)}>Rotate</button>
  <button class="btn s" type="button" @click=${() => acts.flip(token)}>${token.disabled ? "Enable" : "Disable"}</button>
  <button class="btn s danger" type="button" @click=${() => acts.revoke(token)}>Revoke</button></div>`;

export const activeColumns = (acts) => [
  { key: "name", label: "Token", view: named },
  { key: "status", label: "Status", sort: false, view: status },
  { key: "scopes", label: "Scopes", sort: false, view: scopes },
  { key: "request_count", label: "Requests", num: true, view: (token) => number(token.request_count) },
  { key: "last_used_at", label: "Last used", view: (token) => html`<span class="nowrap">${ago(token.last_used_at)}</span>` },
  { key: "expires_at", label: "Expires", view: (token) => html`<span class="nowrap" title=${token.expires_at ? moment(token.expires_at) : ""}>${token.expires_at ? day(token.expires_at) : "never"}</span>` },
  { key: "acts", label: "Actions", sort: false, view: (token) => buttons(token, acts) },
];

export const revokedColumns = [
  { key: "name", label: "Token", view: (token) => html`<strong>${token.name}</strong><br><code class="nowrap">${token.prefix}…</code>` },
  { key: "revoke_reason", label: "Reason" },
  { key: "revoked_at", label: "When", view: (token) => moment(token.revoked_at) },
  { key: "request_count", label: "Requests", num: true, view: (token) => number(token.request_count) },
];
