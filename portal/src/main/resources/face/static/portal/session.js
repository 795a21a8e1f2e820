// Who is signed in: two tokens in localStorage, and one shared exchange of the old ones for new ones.
import { oneTabAtATime } from "../design/one-tab.js";
import { ApiError, errorOf } from "../design/core.js";

const ACCESS = "kiwi_jwt";
const REFRESH = "kiwi_refresh";
const LOCK = "kiwi_refresh_lock";
let ended = () => {};
let underWay = null;

export const access = () => localStorage.getItem(ACCESS);
export const refreshToken = () => localStorage.getItem(REFRESH);
export const isSignedIn = () => Boolean(access() || refreshToken());

/** @param answer TokenResponse; a step-up's has no refresh token and keeps the old one */
export function keep(answer) {
  localStorage.setItem(ACCESS, answer.access_token);
  if (answer.refresh_token) localStorage.setItem(REFRESH, answer.refresh_token);
}

export function forget() {
  localStorage.removeItem(ACCESS);
  localStorage.removeItem(REFRESH);
}

/** @param work called when a session turns out to be over, with whether somebody was signed in */
export function whenEnded(work) {
  ended = work;
}

export function end() {
  const somebody = isSignedIn();
  forget();
  ended(somebody);
}

/**
 * Exchanges the refresh token. Concurrent calls share one exchange; other windows of the browser wait for it.
 *
 * @param refused the access token that was refused
 * @returns whether there is another access token now
 * @throws ApiError when the server could not say, so that the session may still be good
 */
export function refresh(refused) {
  underWay ??= oneTabAtATime(LOCK, () => access() !== refused, () => exchange(refused)).finally(() => { underWay = null; });
  return underWay;
}

// A refresh token is good once: two windows that both use it would end the session.
async function exchange(refused) {
  if (access() && access() !== refused) return true;
  if (!refreshToken()) return false;
  const response = await fetch("/auth/refresh", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ refresh_token: refreshToken() }),
  }).catch(() => { throw new ApiError(0, { message: "The server could not be reached. Check your connection." }); });
  if (response.status === 401 || response.status === 422) return false;
  if (!response.ok) throw await errorOf(response);
  keep(await response.json());
  return true;
}
