// To Discord and back. The proof ties the code to this page (RFC 7636).
import { getJson } from "../design/core.js";
import { keep, keepName, call, safePath, signedIn } from "../site/session.js";

const REASONS = {
  state: "The sign-in took too long or began in another browser. Try again.",
  missing: "Discord did not say who you are. Try again.",
  exchange: "Discord did not accept the sign-in. Try again.",
  discord: "Discord cannot be reached right now. Try again later.",
  inactive: "This account has been deactivated.",
  unavailable: "Signing in is not possible right now. Try again later.",
};
const say = (text) => { document.getElementById("login-error").textContent = text; };
const hash = new URLSearchParams(location.hash.slice(1));
const next = safePath(new URLSearchParams(location.search).get("next"));

const base64 = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function begin() {
  const verifier = base64(crypto.getRandomValues(new Uint8Array(32)));
  sessionStorage.setItem("kiwi_verifier", verifier);
  const challenge = base64(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
  // Where Discord comes back to: the cookie that ties the sign-in to this browser is that host's.
  location.assign(document.body.dataset.api + "/v1/site-auth/oauth/discord/start?" + new URLSearchParams({ next, code_challenge: challenge }));
}

async function finish(code) {
  history.replaceState(null, "", location.pathname + location.search);
  const verifier = sessionStorage.getItem("kiwi_verifier");
  sessionStorage.removeItem("kiwi_verifier");
  // Whoever made the link would have this visitor act for them.
  if (!verifier) return say("Press the button to sign in: this link was begun elsewhere.");
  try {
    keep(await getJson("/v1/site-auth/oauth/exchange", {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code, code_verifier: verifier }),
    }));
    keepName(await call("GET", "/v1/site-auth/me"));
    location.replace(next);
  } catch (error) {
    say(error.message);
  }
}

const button = document.getElementById("discord");
// Without the proof that it makes, nobody comes back signed in.
if (button) {
  button.disabled = false;
  button.addEventListener("click", begin);
}
if (hash.has("discord")) finish(hash.get("discord"));
else if (hash.has("oauth_error")) say(REASONS[hash.get("oauth_error")] ?? "Signing in failed. Try again.");
else if (signedIn()) location.replace(next);
