// The form of one endpoint: its parameters, its body, who calls.
import { html, nothing, badge } from "../../../design/core.js";
import { keyOf } from "./request.js";

/** @param values {"in name": text}, kept by the caller; @param edited (key, text) */
export function parametersView(operation, values, edited) {
  const of = (place) => operation.parameters.filter((parameter) => parameter.in === place);
  const shown = [...of("path"), ...of("query")];
  const headers = of("header");
  const field = (parameter) => parameterField(parameter, values[keyOf(parameter)] ?? "", (text) => edited(keyOf(parameter), text));
  return html`
    ${shown.length ? html`<div class="grid" style="--least:13rem">${shown.map(field)}</div>` : html`<p class="muted small">It has no parameters.</p>`}
    ${headers.length ? html`<details><summary class="small">Headers that it takes</summary><div class="grid" style="--least:13rem;margin-top:var(--space-2)">${headers.map(field)}</div></details>` : nothing}`;
}

function parameterField(parameter, value, edited) {
  const { name, required, description, schema } = parameter;
  const choices = schema.enum ?? (schema.type === "boolean" ? ["true", "false"] : null);
  const hint = Array.isArray(schema.default) ? schema.default.join(", ") : schema.default ?? parameter.example ?? "";
  return html`<label class="field"><span><code>${name}</code> ${required ? badge("required", "warn") : nothing}</span>
    ${choices ? html`<select class="input" name=${keyOf(parameter)} @change=${(e) => edited(e.target.value)}><option value="">–</option>${choices.map((choice) => html`<option value=${choice} ?selected=${String(choice) === value}>${choice}</option>`)}</select>`
      : html`<input class="input mono" name=${keyOf(parameter)} .value=${value} placeholder=${hint} autocomplete="off" spellcheck="false" autocapitalize="none" @input=${(e) => edited(e.target.value)}>`}
    <small>${withCode(description ?? "")}${limits(schema)}</small></label>`;
}

/** Text of the document, with what stands in backticks as code. */
export const withCode = (text) => text.split("`").map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));

const limits = (schema) => {
  const parts = [];
  if (schema.type === "array") parts.push("several with commas");
  if (schema.minimum !== undefined && schema.maximum !== undefined && schema.maximum < 1e12) parts.push(`${schema.minimum} to ${schema.maximum}`);
  return parts.length ? ` (${parts.join("; ")})` : "";
};

export function bodyView(body, text, edited, fileChosen) {
  if (!body) return nothing;
  if (body.files) return html`${body.files.map((name) => html`<label class="field"><span>${name}</span><input class="input" type="file" name=${name} @change=${(e) => fileChosen(name, e.target.files[0])}></label>`)}`;
  return html`<label class="field"><span>Body, as JSON</span><textarea class="input mono" name="body" rows="10" spellcheck="false" .value=${text} @input=${(e) => edited(e.target.value)}></textarea></label>`;
}

/** @param who {kind: none|session|paste|a token's id, pasted}; @param secrets those shown in this visit */
export function whoView(operation, who, secrets, superuser, chosen) {
  const { credentials, scope } = operation;
  return html`<div class="grid" style="--least:15rem">
    <label class="field"><span>Who calls</span><select class="input" name="who" data-hook="console-who" @change=${(e) => chosen({ kind: e.target.value })}>
      <option value="none" ?selected=${who.kind === "none"}>nobody: no token</option>
      <option value="paste" ?selected=${who.kind === "paste"}>a token that I paste</option>
      ${secrets.map(({ id, name }) => html`<option value=${id} ?selected=${who.kind === id}>${name} (shown in this visit)</option>`)}
      ${superuser && credentials.session ? html`<option value="session" ?selected=${who.kind === "session"}>my session</option>` : nothing}
    </select><small>${needs(credentials, scope)}</small></label>
    ${who.kind === "paste" ? html`<label class="field"><span>Token</span><input class="input mono" type="password" name="token" autocomplete="off" spellcheck="false" placeholder="kiwi_…" .value=${who.pasted} @input=${(e) => chosen({ pasted: e.target.value.trim() })}><small>It stays in this page.</small></label>` : nothing}
  </div>`;
}

function needs(credentials, scope) {
  if (credentials.site) return "Needs a person who is signed in to the website; the console cannot be one.";
  const token = scope ? `a token with ${scope}` : "a token";
  if (credentials.session) return "For administrators: their token or session.";
  return credentials.none ? (credentials.token ? `Works without; with ${token} the limits are larger.` : "Open to anybody.") : `Needs ${token}.`;
}
