// Passkeys: options of the server, the browser's question, and the answer for the server.
import { api } from "../api.js";

export const passkeysWork = () => Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);

/** Logs in without a password, or as the second step of the login with that challenge. @returns TokenResponse */
export async function logInByPasskey(challenge) {
  const anonymous = { anonymous: true };
  const { public_key } = await api.post("/auth/passkeys/login/options", challenge ? { challenge } : {}, anonymous);
  return api.post("/auth/passkeys/login", await asserted(public_key), anonymous);
}

/** @returns an access token that is stepped up */
export async function stepUpByPasskey() {
  const { public_key } = await api.post("/auth/passkeys/step-up/options");
  return api.post("/auth/passkeys/step-up", await asserted(public_key));
}

/** @param proof {password} while there is no second factor. @returns {passkey, recovery_codes} */
export async function registerPasskey(name, proof) {
  const { public_key } = await api.post("/auth/passkeys/options", proof);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(public_key);
  const credential = await asked(() => navigator.credentials.create({ publicKey }));
  return api.post("/auth/passkeys", { name, challenge: public_key.challenge, credential: credential.toJSON() });
}

async function asserted(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await asked(() => navigator.credentials.get({ publicKey }));
  return { challenge: options.challenge, credential: credential.toJSON() };
}

async function asked(question) {
  try {
    return await question();
  } catch (failure) {
    throw new Error(REASONS[failure.name] ?? `The browser did not use a passkey: ${failure.message}`, { cause: failure });
  }
}

const REASONS = {
  NotAllowedError: "No passkey was used: the question was closed, or it took too long.",
  InvalidStateError: "This device has a passkey for the account already.",
  SecurityError: "Passkeys do not work at this address of the portal.",
};
