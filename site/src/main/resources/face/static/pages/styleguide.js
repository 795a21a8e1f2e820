// Shows each component once, in the states that it has.
import { html, render, empty, failed, skeleton, badge, ApiError } from "../design/core.js";
import { toast, dialog, codeSample, secret, tabList } from "../design/feedback.js";
import { DataTable } from "../design/table.js";
import { ChartCard } from "../design/chart.js";
import { donut, spark, meter } from "../design/shapes.js";
import { palette } from "../design/palette.js";

const TOKENS = ["bg", "surface", "raised", "sunken", "line", "line-strong", "text", "muted", "accent", "accent-soft", "good", "good-soft", "warn", "warn-soft", "bad", "bad-soft", "info", "info-soft", ...Array.from({ length: 8 }, (_, i) => `chart-${i + 1}`)];

const section = (title, body) => html`<section class="stack" style="margin-bottom:var(--space-6)"><h2>${title}</h2>${body}</section>`;

render(html`
  ${section("Colour", html`<div class="grid" style="--least:9rem">${TOKENS.map((name) => html`<div class="card small"><div style="height:2.5rem;border-radius:.35rem;border:1px solid var(--line);background:var(--${name})"></div><code>--${name}</code></div>`)}</div>`)}
  ${section("Type", html`<div class="card"><p style="font-size:var(--text-xl);font-weight:700;margin:0">Heading one</p><h2>Heading two</h2><h3>Heading three</h3><p>Text, with <a href="#">a link</a>, <code>code</code>, <kbd>Ctrl</kbd> <kbd>K</kbd> and <span class="muted">muted words</span>.</p></div>`)}
  ${section("Buttons", html`<div class="row"><button class="btn primary">Primary</button><button class="btn">Usual</button><button class="btn danger">Danger</button><button class="btn quiet">Quiet</button><button class="btn s">Small</button><button class="btn" disabled>Disabled</button><span data-sample><button class="btn primary" aria-busy="true">Working</button></span></div>`)}
  ${section("Fields", html`<form class="form card"><label class="field"><span>Name</span><input class="input" placeholder="leader bot"><small>At most 80 characters.</small></label><label class="field"><span>Address</span><input class="input" aria-invalid="true" value="300.1.1.1"><span class="error">This is no IP address.</span></label><label class="field"><span>Expires</span><select class="input"><option>in 30 days</option></select></label><label class="check"><input type="checkbox" checked><span>Read leaderboards</span></label></form>`)}
  ${section("Badges and notes", html`<div class="row">${badge("plain")}${badge("good", "good")}${badge("warn", "warn")}${badge("bad", "bad")}${badge("info", "info")}${badge("accent", "accent")}</div><div class="note"><p>For your information.</p></div><div class="note warn"><p>Look out.</p></div><div class="note bad"><p>This went wrong.</p></div><div class="note good"><p>This went well.</p></div>`)}
  ${section("Tabs", html`<div class="tabs" role="tablist" id="tabs" aria-label="Sample"><button role="tab" aria-selected="true">One</button><button role="tab" aria-selected="false">Two</button><button role="tab" aria-selected="false">Three</button></div><p id="tab-shown">One</p>`)}
  ${section("Table", html`<div id="table"></div>`)}
  ${section("Dialog, toast and palette", html`<div class="row"><button class="btn" @click=${ask}>Dialog</button><button class="btn" @click=${() => toast("It worked")}>Toast</button><button class="btn" @click=${() => toast("It did not work", "err")}>Toast of an error</button><button class="btn" @click=${palette}>Command palette</button></div>`)}
  ${section("Chart", html`<div id="chart"></div><div class="grid"><div class="card">${donut([{ label: "a", value: 5, color: "var(--chart-1)" }, { label: "b", value: 3, color: "var(--chart-2)" }, { label: "c", value: 2, color: "var(--chart-3)" }], "Three parts")}</div><div class="card"><h3>Spark line</h3>${spark([3, 5, 2, 8, 6, 9], { label: "A line" })}<h3>Meter</h3>${meter(0.62, "62 of 100")}</div></div>`)}
  ${section("Code sample", html`${codeSample({ curl: "curl https://api.example.org/health", JavaScript: "await fetch(\"https://api.example.org/health\")" })}${secret("kiwi_shown_once")}`)}
  ${section("States", html`<div class="grid" data-sample><div class="card">${skeleton(4)}</div><div class="card">${empty("Nothing here yet", "What there is will be shown here.", html`<button class="btn s">Add one</button>`)}</div><div class="card">${failed(new ApiError(503, { message: "The service is restarting.", request_id: "0a1b" }), () => toast("Again"))}</div></div>`)}
`, document.getElementById("styleguide"));

function ask() {
  dialog({
    title: "Revoke this token?",
    body: html`<p>Programs that use it are refused at once.</p><label class="field"><span>Type RESET</span><input class="input" name="word"></label>`,
    confirm: "Revoke",
    danger: true,
    armed: (form) => form.elements.word.value === "RESET",
    action: async () => { throw new Error("This is a sample: nothing was revoked."); },
  });
}

tabList(document.getElementById("tabs"), (tab) => { document.getElementById("tab-shown").textContent = tab.textContent; });

new DataTable(document.getElementById("table"), {
  caption: "Sample players",
  filter: (row) => row.name,
  pageSize: 5,
  columns: [{ key: "name", label: "Player" }, { key: "rank", label: "Rank", num: true }, { key: "score", label: "Score", num: true }],
}).show(Array.from({ length: 12 }, (_, i) => ({ name: `Player ${String.fromCharCode(65 + ((i * 7) % 12))}`, rank: i + 1, score: 120000 - i * i * 317 })));

const now = Math.floor(Date.now() / 3600000) * 3600;
const x = Array.from({ length: 72 }, (_, i) => now - (71 - i) * 3600);
new ChartCard(document.getElementById("chart"), {
  title: "Three lines over three days",
  x,
  lines: ["first", "second", "third"].map((label, k) => ({ label, values: x.map((t, i) => (i === 40 ? null : 100 + 40 * k + 30 * Math.sin(i / (5 + k)))) })),
  marks: [{ at: now - 36 * 3600, label: "reset" }],
});
