// What the server says about itself before anybody logs in.
import { api } from "./api.js";

const FALLBACK = {
  app_name: "Kiwi API",
  api_url: document.body.dataset.api,
  captcha_provider: "turnstile",
  captcha_sitekey: null,
  require_verified_for_tokens: true,
  scopes: [],
  token_creation_daily_limit: 3,
  revoke_reasons: [],
  github_oauth_enabled: false,
};

/** @returns the public configuration, or what is usual when it cannot be had */
export async function loadConfig() {
  try {
    return { ...FALLBACK, ...(await api.get("/config", {}, { anonymous: true })) };
  } catch {
    return FALLBACK;
  }
}

/** Addresses of the other faces. */
export const urls = { api: document.body.dataset.api, app: document.body.dataset.app, docs: document.body.dataset.docs };
