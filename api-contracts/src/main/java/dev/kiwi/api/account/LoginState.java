package dev.kiwi.api.account;

import org.jspecify.annotations.Nullable;

/**
 * What a login is decided on.
 *
 * @param passwordHash Argon2id text; null once the account's key is destroyed
 */
public record LoginState(@Nullable String passwordHash, boolean active, boolean verified, int tokenVersion) {
    /** Leaves the hash out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "LoginState[active=" + active + ", verified=" + verified + ", tokenVersion=" + tokenVersion + "]";
    }
}
