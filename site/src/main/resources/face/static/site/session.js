// The session of a person of the website, and calls in its name.
import { oneTabAtATime } from "../design/one-tab.js";
import { errorOf, getJson, reach, ApiError } from "../design/core.js";

const ACCESS = "kiwi_site_jwt", REFRESH = "kiwi_site_refresh", NAME = "kiwi_site_name", PICTURE = "kiwi_site_picture";

export const signedIn = () => localStorage.getItem(REFRESH) !== null;

export function keep(tokens) {
  localStorage.setItem(ACCESS, tokens.access_token);
  localStorage.setItem(REFRESH, tokens.refresh_token);
}

/** How the frame shows who is signed in. */
export function keepName(user) {
  localStorage.setItem(NAME, user.display_name || user.username || "Dashboard");
  user.avatar_url ? localStorage.setItem(PICTURE, user.avatar_url) : localStorage.removeItem(PICTURE);
}

export function forget() {
  [ACCESS, REFRESH, NAME, PICTURE].forEach((key) => localStorage.removeItem(key));
}

/** Only a path of this site, as the browser itself reads it: what is left of /.//host would lead to that host. */
export function safePath(next) {
  if (!next?.startsWith("/") || !URL.canParse(next, location.origin)) return "/dashboard";
  const url = new URL(next, location.origin);
  return url.origin === location.origin && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : "/dashboard";
}

let refreshing = null;

// Calls that fail together share one refresh, and other tabs wait for it: the token is good once.
function refresh(refused) {
  refreshing ??= oneTabAtATime("kiwi_site_refresh", () => access() !== refused, () => exchange(refused)).finally(() => { refreshing = null; });
  return refreshing;
}

/** @param refused the access token that was; another one by now is of another tab */
async function exchange(refused) {
  if (!signedIn()) throw ended();
  if (access() !== refused) return;
  try {
    keep(await getJson("/v1/site-auth/refresh", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ refresh_token: localStorage.getItem(REFRESH) }),
    }));
  } catch (error) {
    throw error.status === 400 || error.status === 401 ? ended() : error;
  }
}

const access = () => localStorage.getItem(ACCESS);

const send = (method, path, body) => reach(path, {
  method,
  headers: { Accept: "application/json", Authorization: "Bearer " + access(), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
  body: body === undefined ? undefined : JSON.stringify(body),
});

/** @returns the JSON of the answer, or undefined without one. @throws ApiError; with status 401 the session is over */
export async function call(method, path, body) {
  const sent = access();
  let response = await send(method, path, body);
  if (response.status === 401) {
    await refresh(sent);
    response = await send(method, path, body);
    if (response.status === 401) throw ended();
  }
  if (!response.ok) throw await errorOf(response);
  return response.status === 204 ? undefined : response.json();
}

let over = () => {};

/** @param work called when the session turns out to be over */
export function whenEnded(work) {
  over = work;
}

function ended() {
  forget();
  over();
  return new ApiError(401, { message: "Your session has ended; sign in again." });
}

export async function signOut() {
  const token = localStorage.getItem(REFRESH);
  forget();
  if (token) await send("POST", "/v1/site-auth/logout", { refresh_token: token }).catch(() => {});
}
