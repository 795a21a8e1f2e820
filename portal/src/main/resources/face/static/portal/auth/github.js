// Log-in by GitHub. The verifier stays in this window, so that a link of somebody else signs nobody in.
import { toast } from "../../design/feedback.js";
import { api } from "../api.js";

const VERIFIER = "kiwi_github_verifier";
const url64 = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const REASONS = {
  unavailable: "GitHub log-in does not work right now. Try again later.",
  missing: "GitHub did not confirm the log-in.",
  state: "The log-in took too long, or was begun in another browser. Try again.",
  exchange: "GitHub did not confirm the log-in. Try again.",
  github: "GitHub does not answer right now. Try again later.",
  noemail: "Your GitHub account has no verified e-mail address.",
  inactive: "This account may not be used.",
};

/** Leaves for GitHub. */
export async function startGithub(config) {
  const verifier = url64(crypto.getRandomValues(new Uint8Array(48)));
  sessionStorage.setItem(VERIFIER, verifier);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  location.assign(`${config.api_url}/auth/oauth/github/start?code_challenge=${url64(new Uint8Array(hash))}`);
}

/**
 * Takes what GitHub's way left in the hash.
 *
 * @returns true when somebody is signed in by it; the details of a second step that it needs; else false
 */
export async function finishGithub(signedIn) {
  const given = new URLSearchParams(location.hash.slice(1));
  const code = given.get("oauth");
  const reason = given.get("oauth_error");
  if (code === null && reason === null) return false;
  history.replaceState(null, "", location.pathname + location.search);
  const verifier = sessionStorage.getItem(VERIFIER);
  sessionStorage.removeItem(VERIFIER);
  if (reason !== null) toast(REASONS[reason] ?? "GitHub log-in failed.", "err");
  else if (!verifier) toast("Press the GitHub button to log in: this link was begun elsewhere.", "err");
  else return exchange(code, verifier, signedIn);
  return false;
}

async function exchange(code, code_verifier, signedIn) {
  try {
    await signedIn(await api.post("/auth/oauth/exchange", { code, code_verifier }, { anonymous: true }));
    return true;
  } catch (error) {
    if (error.code === "second_factor_required") return error.details;
    toast(error.message, "err");
    return false;
  }
}
