package dev.kiwi.api.account;

import org.jspecify.annotations.Nullable;

/**
 * What replacing a password came to.
 *
 * @param tokenVersion for the next session token
 * @param emailFingerprint names the address whose failed logins no longer count
 */
public record ReplacedPassword(int tokenVersion, @Nullable String emailFingerprint) {}
