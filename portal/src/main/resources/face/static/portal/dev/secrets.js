// Secrets that were shown in this visit, for the console. They live in memory alone and end with the page.
const secrets = new Map();

/** @param token TokenCreated; a rotated one takes the place of the one before */
export const rememberSecret = (token) => secrets.set(token.id, { id: token.id, name: token.name, token: token.token });
export const rememberedSecrets = () => [...secrets.values()];
export const forgetSecrets = () => secrets.clear();
