// Asks for the second factor again, in a dialog.
import { html, nothing } from "../../design/core.js";
import { dialog } from "../../design/feedback.js";
import { api } from "../api.js";
import { keep } from "../session.js";
import { passkeysWork, stepUpByPasskey } from "./passkey.js";

/** @returns whether the session is stepped up now */
export async function askSecondFactor() {
  const [status, passkeys] = await Promise.all([api.get("/auth/second-factor"), api.get("/auth/passkeys")]);
  const byPasskey = passkeys.length > 0 && passkeysWork();
  let message = "";
  const usePasskey = async ({ close, draw }) => {
    try {
      keep(await stepUpByPasskey());
      close(true);
    } catch (error) {
      message = error.message;
      draw();
    }
  };
  const done = await dialog({
    title: "Is it you?",
    body: (box) => html`<p>This needs your second factor, because it changes who has access.</p>
      ${byPasskey ? html`<button class="btn primary" type="button" data-hook="step-up-passkey" @click=${() => usePasskey(box)}>Use a passkey</button>` : nothing}
      <label class="field"><span>${status.authenticator ? "Code of your authenticator, or a recovery code" : "Recovery code"}</span><input class="input mono" name="code" autocomplete="one-time-code" spellcheck="false" autocapitalize="none"></label>
      ${message ? html`<p class="error-text" role="alert">${message}</p>` : nothing}`,
    confirm: "Confirm",
    armed: (form) => form.elements.code.value.trim() !== "",
    action: async (form) => { keep(await api.post("/auth/second-factor/step-up", { code: form.elements.code.value.trim() })); },
  });
  return Boolean(done);
}
