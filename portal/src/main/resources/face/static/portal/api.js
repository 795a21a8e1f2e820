// Calls of the API with the session's token: refreshed, stepped up and never staler than one's own writes.
import { ApiError, errorOf, queryString } from "../design/core.js";
import { access, refresh, end } from "./session.js";
import { stepUp } from "./stepup.js";

const READS = ["GET", "HEAD"];
const MAX_READ_AFTER_WRITE = 60_000;
/** Position and time of the last write, for other windows and after a reload too. */
const WRITTEN = "kiwi_written";

/**
 * Every call but raw answers the JSON of a success, or null where there is no body.
 * Without a connection, and for every answer that is none of success, they throw an ApiError.
 * Options: {anonymous: true} sends no token; {signal} aborts.
 */
export const api = {
  /** @param query null and empty values are left out */
  get: (path, query = {}, options = {}) => call(path, { ...options, query }),
  /** Not under /auth it has an Idempotency-Key, so that a repeat after a lost answer does nothing twice. */
  post: (path, body, options = {}) => call(path, { ...options, method: "POST", json: body }),
  patch: (path, body, options = {}) => call(path, { ...options, method: "PATCH", json: body }),
  put: (path, body, options = {}) => call(path, { ...options, method: "PUT", json: body }),
  del: (path, body, options = {}) => call(path, { ...options, method: "DELETE", json: body }),
  /** @param formData FormData, sent as multipart by POST */
  upload: (path, formData, query = {}, options = {}) => call(path, { ...options, method: "POST", body: formData, query }),
  /** @param options those of fetch, and query, json, anonymous. @returns the Response of a success, its body unread */
  raw: (path, options = {}) => send(path, options),
};

async function call(path, options) {
  const response = await send(path, options);
  const text = response.status === 204 ? "" : await response.text();
  return text ? JSON.parse(text) : null;
}

async function send(path, options) {
  const sent = access();
  let response = await attempt(path, options);
  if (await isOver(response, options)) response = await again(path, options, sent);
  if (response.ok) return noted(response, options);
  const error = await errorOf(response);
  if (error.code !== "step_up_required") throw error;
  if (!(await stepUp())) throw new ApiError(403, { message: "Not done: it needs your second factor." });
  return send(path, options);
}

/** 401 is also the answer to a wrong password: those have a code of their own and leave the session alone. */
async function isOver(response, { anonymous }) {
  if (response.status !== 401 || anonymous) return false;
  const { code } = await errorOf(response.clone());
  return !code || code === "not_authenticated";
}

async function again(path, options, refused) {
  if (await refresh(refused)) {
    const response = await attempt(path, options);
    if (!(await isOver(response, options))) return response;
  }
  end();
  throw new ApiError(401, { message: "Your session has expired. Log in again." });
}

async function attempt(path, { query = {}, json, anonymous, headers, ...options }) {
  const method = options.method ?? "GET";
  const request = { ...options, method, headers: headersOf(path, method, json, anonymous, headers, options.body) };
  if (json !== undefined) request.body = JSON.stringify(json);
  const url = path + queryString(query);
  try {
    return await fetch(url, request).catch((failure) => {
      if (failure.name === "AbortError" || !request.headers["Idempotency-Key"]) throw failure;
      return fetch(url, request);
    });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new ApiError(0, { message: "The server could not be reached. Check your connection." });
  }
}

function headersOf(path, method, json, anonymous, given, body) {
  const headers = { Accept: "application/json", ...given };
  if (!anonymous && access()) headers.Authorization = `Bearer ${access()}`;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (method === "POST" && body === undefined && !path.startsWith("/auth/")) headers["Idempotency-Key"] ??= crypto.randomUUID();
  const least = leastPosition();
  if (READS.includes(method) && least !== null) headers["Kiwi-Min-Position"] = least;
  return headers;
}

/** Position of one's last write while it is young, for a read not to be older; else null. */
export function leastPosition() {
  const [position, at] = (localStorage.getItem(WRITTEN) ?? "").split("@");
  return position && Date.now() - Number(at) < MAX_READ_AFTER_WRITE ? position : null;
}

/** Remembers where a write went. @returns the response */
export function noted(response, { method = "GET" }) {
  const at = response.headers.get("Kiwi-Position");
  const least = leastPosition();
  if (at && !READS.includes(method) && (least === null || BigInt(at) >= BigInt(least))) localStorage.setItem(WRITTEN, `${at}@${Date.now()}`);
  return response;
}
