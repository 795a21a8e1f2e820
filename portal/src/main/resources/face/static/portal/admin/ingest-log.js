// What was submitted lately, by whom, and whether it was taken.
import { html, show, ago, badge } from "../../design/core.js";
import { api } from "../api.js";
import { figures, poll, renew, tableOf } from "./parts.js";

export class Submissions {
  constructor(place, signal) {
    Object.assign(this, { place, signal });
    this.list = tableOf({ caption: "Submissions", columns: COLUMNS, pageSize: 20, rowHook: "submission-row", none: "Nothing was submitted in the last 30 days" });
  }

  start() {
    this.load(show);
    poll(() => 5, () => this.refresh(), this.signal);
  }

  refresh() {
    return this.load(renew);
  }

  load(how) {
    return how(this.place, () => api.get("/admin/ingest/log", { limit: 20 }), (rows) => {
      this.list.table.show(rows);
      return this.list.place;
    });
  }
}

const by = (row) => (row.token_name ? `bot: ${row.token_name}` : row.auth_via === "api_token" ? "bot" : "portal");

const COLUMNS = [
  { key: "timestamp", label: "When", view: (row) => html`<span class="nowrap">${ago(row.timestamp)}</span>` },
  { key: "endpoint", label: "Endpoint", view: (row) => html`<code>${row.endpoint}</code>` },
  { key: "auth_via", label: "By", sort: by, view: (row) => html`${by(row)}<br><span class="muted small">${row.user_email ?? ""}</span>` },
  { key: "summary", label: "What", sort: false, view: (row) => html`<span class="small text-cell">${row.error ?? figures(row.summary)}</span>` },
  { key: "success", label: "Taken", view: (row) => (row.success ? badge("OK", "good") : badge("FAIL", "bad")) },
];
