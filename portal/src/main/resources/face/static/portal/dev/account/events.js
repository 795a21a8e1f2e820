// What happened to the account's security.
import { html, show, nothing, ago } from "../../../design/core.js";
import { api } from "../../api.js";

const KINDS = {
  github_linked: "A GitHub account was linked",
  unfamiliar_sign_in: "Log-in from a new device",
  refresh_token_reused: "A used session token came again: somebody may have had a copy",
  sessions_voided: "All sessions were ended",
  password_replaced: "The password was changed",
  email_changed: "The e-mail address was changed",
  second_factor_enabled: "An authenticator was turned on",
  second_factor_disabled: "The authenticator was removed",
  recovery_codes_made: "New recovery codes were made",
  recovery_code_used: "A recovery code was used",
  passkey_added: "A passkey was added",
  passkey_removed: "A passkey was removed",
  passkey_counter_went_back: "A passkey may have been copied: its counter went back",
};

export class SecurityEvents {
  constructor(place) {
    this.place = place;
  }

  load() {
    return show(this.place, () => api.get("/auth/security-events"), (events) => html`
      <h2>Security events</h2>
      ${events.length ? html`<ul class="items scroll" tabindex="0" aria-label="Security events">${events.map((event) => html`<li data-hook="security-event"><div>${KINDS[event.kind] ?? event.kind}${event.device ? html`<br><span class="muted small">${event.device}</span>` : nothing}</div><span class="muted small nowrap">${ago(event.at)}</span></li>`)}</ul>` : html`<p class="muted" data-hook="empty">Nothing happened yet.</p>`}`);
  }
}
