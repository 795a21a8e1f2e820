// The same request in four languages.
const quoted = (text) => JSON.stringify(text);
const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const pretty = (body) => JSON.stringify(JSON.parse(body), null, 2);
const indented = (text, by) => text.replaceAll("\n", "\n" + " ".repeat(by));

/** @param request of requestOf; @param api origin. @returns {language: text} */
export function samplesOf(request, api) {
  const url = api + request.path;
  return { curl: curl(request, url), JavaScript: javascript(request, url), Python: python(request, url), Java: java(request, url) };
}

const filesOf = (request) => Object.entries(request.files ?? {}).map(([name, file]) => [name, file.name]);

function curl(request, url) {
  const lines = [`curl ${request.answers === "stream" ? "-N " : ""}${request.method === "GET" ? "" : `-X ${request.method} `}${shell(url)}`];
  Object.entries(request.headers).forEach(([name, value]) => lines.push(`  -H ${shell(`${name}: ${value}`)}`));
  filesOf(request).forEach(([name, file]) => lines.push(`  -F ${shell(`${name}=@${file}`)}`));
  if (request.body !== null) lines.push(`  -d ${shell(pretty(request.body))}`);
  return lines.join(" \\\n");
}

const JAVASCRIPT = {
  json: "console.log(await response.json());",
  text: "console.log(await response.text());",
  nothing: "console.log(response.status);",
  stream: "for await (const text of response.body.pipeThrough(new TextDecoderStream())) console.log(text);",
};

function javascript(request, url) {
  const options = [];
  if (request.method !== "GET") options.push(`method: ${quoted(request.method)}`);
  if (Object.keys(request.headers).length) options.push(`headers: ${indented(JSON.stringify(request.headers, null, 2), 2)}`);
  if (request.files) options.push("body: form");
  else if (request.body !== null) options.push(`body: JSON.stringify(${indented(pretty(request.body), 2)})`);
  const form = request.files ? `const form = new FormData();\n${filesOf(request).map(([name, file]) => `form.append(${quoted(name)}, await openAsBlob(${quoted(file)})); // openAsBlob is of node:fs`).join("\n")}\n` : "";
  return `${form}const response = await fetch(${quoted(url)}${options.length ? `, {\n  ${options.join(",\n  ")},\n}` : ""});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
${JAVASCRIPT[request.answers]}`;
}

// JSON as Python writes it: literals by name, strings by the same rules.
function pythonic(value, depth = 0) {
  const pad = "    ".repeat(depth + 1), end = "    ".repeat(depth);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return value.length ? `[\n${value.map((each) => pad + pythonic(each, depth + 1)).join(",\n")},\n${end}]` : "[]";
  if (typeof value === "object") return Object.keys(value).length ? `{\n${Object.entries(value).map(([key, each]) => `${pad}${quoted(key)}: ${pythonic(each, depth + 1)}`).join(",\n")},\n${end}}` : "{}";
  return quoted(value);
}

const PYTHON = {
  json: "print(response.json())",
  text: "print(response.text)",
  nothing: "print(response.status_code)",
  stream: "for line in response.iter_lines(decode_unicode=True):\n    print(line)",
};

function python(request, url) {
  const { "Content-Type": _, ...headers } = request.headers;
  const given = [quoted(request.method), quoted(url)];
  if (Object.keys(headers).length) given.push(`headers=${indented(pythonic(headers), 4)}`);
  if (request.files) given.push(`files={${filesOf(request).map(([name, file]) => `${quoted(name)}: open(${quoted(file)}, "rb")`).join(", ")}}`);
  if (request.body !== null) given.push(`json=${indented(pythonic(JSON.parse(request.body)), 4)}`);
  return `import requests

response = requests.request(
    ${given.join(",\n    ")},
    ${request.answers === "stream" ? "stream=True,\n    timeout=(10, 60),  # seconds to connect, and between two lines" : "timeout=30,"}
)
response.raise_for_status()
${PYTHON[request.answers]}`;
}

const TEXT = `HttpResponse<String> response = HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString());
System.out.println(response.statusCode() + " " + response.body());`;
const LINES = `HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofLines());
response.body().forEach(System.out::println);`;

function java(request, url) {
  const headers = Object.entries(request.headers).map(([name, value]) => `\n        .header(${quoted(name)}, ${quoted(value)})`).join("");
  const publisher = request.files ? 'BodyPublishers.ofByteArray(multipart) /* the parts, as multipart/form-data */'
    : request.body === null ? "BodyPublishers.noBody()" : `BodyPublishers.ofString("""\n                ${indented(pretty(request.body).replaceAll("\\", "\\\\").replaceAll('"""', '\\"""'), 16)}""")`;
  return `HttpRequest request = HttpRequest.newBuilder(URI.create(${quoted(url)}))${headers}
        .method(${quoted(request.method)}, ${publisher})
        .build();
${request.answers === "stream" ? LINES : TEXT}`;
}
