// The request that a filled form stands for.

/**
 * @param values {"in name": text} of the parameters; lists have commas in between
 * @param body text of JSON, or {field: File}, or null
 * @param token null sends none
 * @returns {method, path, headers, body, files, answers}
 * @throws Error that names what is missing or no JSON
 */
export function requestOf(operation, values, body, token) {
  const given = operation.parameters.map((parameter) => ({ parameter, value: (values[keyOf(parameter)] ?? "").trim() }));
  const missing = given.find(({ parameter, value }) => parameter.required && !value);
  if (missing) throw new Error(`${missing.parameter.name} is missing.`);
  const set = given.filter(({ value }) => value);
  const headers = Object.fromEntries(set.filter(({ parameter }) => parameter.in === "header").map(({ parameter, value }) => [parameter.name, value]));
  if (token) headers.Authorization = `Bearer ${token}`;
  return { method: operation.method, path: pathOf(operation, set), headers, answers: operation.answers, ...contentOf(operation, body, headers) };
}

export const keyOf = (parameter) => `${parameter.in} ${parameter.name}`;

function pathOf(operation, set) {
  const path = set.filter(({ parameter }) => parameter.in === "path").reduce((text, { parameter, value }) => text.replace(`{${parameter.name}}`, encodeURIComponent(value)), operation.path);
  const query = new URLSearchParams();
  for (const { parameter, value } of set.filter(({ parameter }) => parameter.in === "query")) {
    const entries = parameter.schema.type === "array" ? value.split(",").map((entry) => entry.trim()) : [value];
    entries.filter(Boolean).forEach((entry) => query.append(parameter.name, entry));
  }
  return query.size ? `${path}?${query}` : path;
}

function contentOf(operation, body, headers) {
  if (!operation.body || !body) return { body: null, files: null };
  if (typeof body !== "string") return { body: null, files: body };
  if (!body.trim()) return { body: null, files: null };
  headers["Content-Type"] = "application/json";
  try {
    return { body: JSON.stringify(JSON.parse(body)), files: null };
  } catch (error) {
    throw new Error(`The body is no JSON: ${error.message}`, { cause: error });
  }
}

/** What fetch takes. */
export function fetchOptions(request) {
  const options = { method: request.method, headers: request.headers, credentials: "omit", cache: "no-store" };
  if (request.files) {
    options.body = new FormData();
    Object.entries(request.files).forEach(([name, file]) => options.body.append(name, file));
  } else if (request.body !== null) {
    options.body = request.body;
  }
  return options;
}
