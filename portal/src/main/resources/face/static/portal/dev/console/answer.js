// One real call and what came back; a stream is shown while it comes.
import { html, nothing, badge, number } from "../../../design/core.js";
import { copy } from "../../../design/feedback.js";
import { leastPosition, noted } from "../../api.js";
import { access, refresh } from "../../session.js";
import { fetchOptions } from "./request.js";

const MOST_SHOWN = 300_000;

/**
 * @param changed called with the answer so far, also when it is complete
 * @param signal stops it
 * @param ofSession whether the token is that of the session, which may have to be refreshed
 */
export async function run(request, changed, signal, ofSession) {
  const began = performance.now();
  const answer = { running: true, status: null, headers: [], text: "", size: 0, time: null, error: null, image: null };
  const tell = () => { answer.time = performance.now() - began; changed(answer); };
  try {
    const response = await ask(request, signal, ofSession);
    Object.assign(answer, { status: response.status, headers: [...response.headers] });
    tell();
    await read(response, answer, tell);
  } catch (failure) {
    if (failure.name !== "AbortError") answer.error = "The server could not be reached. Check your connection.";
    else answer.stopped = true;
  }
  answer.running = false;
  tell();
}

async function ask(request, signal, ofSession) {
  const least = request.method === "GET" && ofSession ? leastPosition() : null;
  const send = (token) => {
    const headers = { ...request.headers, ...(least ? { "Kiwi-Min-Position": least } : {}), ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    return fetch(request.path, { ...fetchOptions({ ...request, headers }), signal });
  };
  const sent = ofSession ? access() : null;
  let response = await send(sent);
  if (ofSession && response.status === 401 && (await refresh(sent))) response = await send(access());
  return noted(response, request);
}

async function read(response, answer, tell) {
  const type = response.headers.get("Content-Type") ?? "";
  if (/^(image|audio|video|application\/(zip|octet))/.test(type)) return binary(await response.blob(), answer);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let told = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader.read()) {
    answer.size += part.value.length;
    if (answer.text.length < MOST_SHOWN) answer.text += part.value;
    if (performance.now() - told > 150) { told = performance.now(); tell(); }
  }
  answer.text = pretty(answer.text, type);
}

async function binary(blob, answer) {
  answer.size = blob.size;
  answer.text = `${blob.type}, ${number(blob.size)} bytes`;
  if (blob.type.startsWith("image/")) answer.image = await asDataUrl(blob);
}

const asDataUrl = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

function pretty(text, type) {
  if (!type.includes("json") || text.length >= MOST_SHOWN) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const tone = (status) => (status < 300 ? "good" : status < 400 ? "info" : status < 500 ? "warn" : "bad");

export function answerView(answer, stop) {
  if (!answer) return html`<p class="muted">The answer comes here.</p>`;
  return html`<div class="stack" data-hook="console-answer">
    <div class="row between"><div class="row" role="status">
      ${answer.status ? html`<span data-hook="console-status">${badge(answer.status, tone(answer.status))}</span>` : nothing}
      <span class="small">${number(answer.time, 0)} ms</span><span class="small muted">${number(answer.size)} characters</span>
      ${answer.running ? html`<span class="muted small">under way…</span>` : answer.stopped ? badge("stopped") : nothing}</div>
      ${answer.running ? html`<button class="btn s" type="button" @click=${stop}>Stop</button>` : html`<button class="btn s" type="button" @click=${() => copy(answer.text)}>Copy the body</button>`}</div>
    ${answer.error ? html`<div class="note bad" data-hook="error" role="alert"><p>${answer.error}</p></div>` : nothing}
    ${answer.headers.length ? html`<details><summary>Headers (${answer.headers.length})</summary><pre class="code wrapped" tabindex="0"><code class="wrapped">${answer.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}</code></pre></details>` : nothing}
    ${answer.image ? html`<img src=${answer.image} alt="The answer" style="max-height:20rem">` : nothing}
    ${answer.text ? html`<pre class="code answer" tabindex="0" aria-label="Body of the answer"><code data-hook="console-body">${answer.text}</code></pre>` : answer.running ? nothing : html`<p class="muted">No body.</p>`}
    ${answer.size > MOST_SHOWN ? html`<p class="muted small">The first ${number(MOST_SHOWN)} characters.</p>` : nothing}
  </div>`;
}
