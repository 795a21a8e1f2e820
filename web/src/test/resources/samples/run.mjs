// Runs each sample of the folder it is in and tells those that fail; the last line is how many ran.
// Those named dry-* would change something: their call is looked at and not sent.
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const MISSING = [404, 503];
const send = globalThis.fetch;
let dry, status, count = 0;

globalThis.fetch = async (url, options = {}) => {
  if (dry) {
    new URL(url);
    if (typeof options.body === "string") JSON.parse(options.body);
    status = 200;
    return new Response("{}");
  }
  // An address each, for limits of the samples' own.
  const response = await send(url, { ...options, headers: { ...options.headers, "X-Forwarded-For": `203.0.115.${count}` } });
  status = response.status;
  return response;
};
console.log = () => {};

for (const file of readdirSync(".").filter((name) => name.endsWith(".mjs")).sort()) {
  count++;
  dry = file.startsWith("dry-");
  status = null;
  const fault = await import(pathToFileURL(resolve(file))).then(() => null, (error) => error);
  if (fault ? !MISSING.includes(status) : status !== 200) process.stdout.write(`${file} ${status} ${fault}\n`);
}
process.stdout.write(`${count}\n`);
