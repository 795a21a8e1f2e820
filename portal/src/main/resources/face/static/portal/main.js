// The start of the portal: who is it, and which of its two modes is shown.
import { html, render } from "../design/core.js";
import { toast } from "../design/feedback.js";
import { api } from "./api.js";
import { loadConfig } from "./config.js";
import { isSignedIn, whenEnded, keep } from "./session.js";
import { finishGithub } from "./auth/github.js";
import { showAuth } from "./auth/screens.js";
import { closeShell, showShell } from "./shell.js";

const root = document.getElementById("portal");
let config;
/** Whether the log-in is what is shown: a second refusal must not take away what somebody types there. */
let outside = false;

async function signedIn(tokens) {
  if (tokens) keep(tokens);
  try {
    const me = await api.get("/auth/me");
    outside = false;
    showShell(root, { me, config, leave: signedOut });
  } catch (error) {
    if (error.status === 401) signedOut();
    else unreachable(error);
  }
}

function signedOut() {
  if (outside) return;
  closeShell();
  history.replaceState(null, "", location.pathname + location.search);
  logIn();
}

function logIn(more = {}) {
  outside = true;
  showAuth(root, { config, signedIn, ...more });
}

function unreachable(error) {
  outside = false;
  render(html`<main class="auth"><div class="card stack" data-hook="error" role="alert"><h1>The portal cannot start</h1><p>${error.message}</p><button class="btn primary" type="button" @click=${() => signedIn()}>Try again</button></div></main>`, root);
}

whenEnded((somebody) => {
  if (outside && !somebody) return;
  document.querySelectorAll("dialog").forEach((box) => box.close());
  signedOut();
  if (somebody) toast("Your session has expired. Log in again.", "err");
});

async function boot() {
  root.replaceChildren();
  config = await loadConfig();
  const challenged = await finishGithub(signedIn);
  if (challenged === true) return;
  if (isSignedIn()) await signedIn();
  else logIn({ challenge: challenged || null, isNew: location.hash === "#signup" });
}

boot();
