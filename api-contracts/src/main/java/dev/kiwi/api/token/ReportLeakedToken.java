package dev.kiwi.api.token;

/**
 * Somebody found a secret in public. When it is a token's, leads to {@link TokenEvent.TokenLeaked} and
 * {@link TokenEvent.TokenRevoked}, or to nothing when the token is revoked. Answers with the {@link LeakedToken}; with
 * null for a secret that no token has or that was rotated away.
 *
 * @param hash SHA-256 of the secret, never the secret
 * @param source who found it, for example {@code github}
 */
public record ReportLeakedToken(String hash, String source) {}
