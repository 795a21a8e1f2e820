// What the live OpenAPI document says about each endpoint, as the console needs it.
const METHODS = ["get", "post", "put", "patch", "delete"];

/** @returns [{id, method, path, summary, description, tag, scope, credentials, parameters, body, answers}] by tag and path */
export function operationsOf(document) {
  const all = Object.entries(document.paths).flatMap(([path, item]) => METHODS.filter((method) => item[method]).map((method) => operation(document, path, method, item[method])));
  return all.toSorted((a, b) => a.tag.localeCompare(b.tag) || a.path.localeCompare(b.path) || METHODS.indexOf(a.method.toLowerCase()) - METHODS.indexOf(b.method.toLowerCase()));
}

function operation(document, path, method, given) {
  return {
    id: given.operationId,
    method: method.toUpperCase(),
    path,
    summary: given.summary?.replace(/^[🔓⭐]\s*/u, "") ?? "",
    description: given.description ?? "",
    tag: given.tags?.[0] ?? "other",
    scope: typeof given["x-kiwi-scope"] === "string" ? given["x-kiwi-scope"] : null,
    credentials: credentials(given.security ?? []),
    parameters: (given.parameters ?? []).map((parameter) => ({ ...parameter, schema: resolved(document, parameter.schema) })),
    body: bodyOf(document, given.requestBody),
    answers: kindOf(given.responses ?? {}),
  };
}

/** What a success brings: json, stream, text or nothing. */
function kindOf(responses) {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const types = Object.keys(success?.content ?? {});
  if (types.length === 0) return "nothing";
  if (types.some((type) => type.includes("json") && !type.includes("ndjson")) || types.includes("*/*")) return "json";
  return types.includes("text/event-stream") ? "stream" : "text";
}

const credentials = (security) => {
  const names = security.flatMap((each) => Object.keys(each));
  return { none: security.length === 0 || security.some((each) => Object.keys(each).length === 0), token: names.includes("APIToken"), session: names.includes("SessionJWT"), site: names.includes("SiteSessionJWT") };
};

function bodyOf(document, body) {
  if (!body) return null;
  const [type, content] = Object.entries(body.content)[0];
  const schema = resolved(document, content.schema);
  if (type === "multipart/form-data") return { type, required: Boolean(body.required), files: Object.keys(schema.properties ?? {}) };
  return { type, required: Boolean(body.required), text: content.example === undefined ? "" : JSON.stringify(content.example, null, 2) };
}

const resolved = (document, schema) => (schema?.$ref ? document.components.schemas[schema.$ref.split("/").pop()] ?? {} : schema ?? {});
