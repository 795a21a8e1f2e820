// Everybody's webhooks whose last attempt failed.
import { html, render, ago, badge, nothing, number } from "../../design/core.js";
import { api } from "../api.js";
import { PagedTable, attempt, button, confirmed, poll } from "./parts.js";

export function mount(place, { go, signal }) {
  render(html`<p class="muted" style="margin-bottom:0">One receiver that is down is its owner's affair. When it is everybody's, see to the way out: DNS, proxy, firewall.</p><div id="hooks" style="min-height:20rem"></div>`, place);
  const list = new PagedTable(place.querySelector("#hooks"), { load: (cursor) => api.get("/admin/webhooks/failing", { cursor }), caption: "Failing webhooks", columns: columns(go, () => list.load()), rowHook: "webhook-row", none: "No webhook fails" });
  list.load();
  poll(() => 5, () => list.refresh(), signal);
}

const columns = (go, changed) => [
  { key: "name", label: "Webhook", view: (row) => html`${row.name}<br><code class="small">${row.host}</code>` },
  { key: "user_id", label: "Owner", sort: false, view: (row) => html`<button class="link" type="button" @click=${() => go(`users?id=${row.user_id}`)}>Account</button>` },
  { key: "since", label: "Failing since", sort: (row) => row.standing.failing_since, view: ({ standing }) => html`<span class="nowrap">${ago(standing.failing_since)}</span>` },
  { key: "failures", label: "Failures", num: true, sort: (row) => row.standing.failures, view: ({ standing }) => number(standing.failures) },
  { key: "waiting", label: "Waiting", num: true, sort: (row) => row.standing.waiting, view: ({ standing }) => html`${number(standing.waiting)}${standing.dropped ? html`<br><span class="down small nowrap">${number(standing.dropped)} dropped</span>` : nothing}` },
  { key: "next", label: "Next attempt", sort: (row) => row.standing.not_before, view: ({ standing }) => html`<span class="nowrap">${standing.not_before ? ago(standing.not_before) : "soon"}</span>` },
  { key: "enabled", label: "State", view: (row) => (row.enabled ? badge("enabled", "good") : badge("disabled", "warn")) },
  { key: "acts", label: "Actions", sort: false, view: (row) => (row.enabled ? button("Disable", () => disable(row, changed), { danger: true }) : button("Enable", () => enable(row, changed))) },
];

async function disable(row, changed) {
  if (await confirmed({ title: `Disable “${row.name}”?`, text: `Nothing is posted to ${row.host} any more, and its owner cannot enable it again.`, confirm: "Disable", said: "Nothing is posted any more", action: () => api.post(`/admin/webhooks/${row.id}/disable`) })) changed();
}

async function enable(row, changed) {
  if (await attempt(() => api.post(`/admin/webhooks/${row.id}/enable`), "It is posted to again")) changed();
}
