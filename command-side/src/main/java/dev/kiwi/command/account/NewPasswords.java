package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.breach.BreachCheck;
import java.util.Map;

/** From a password that somebody has chosen to the hash that is stored. Blocks. */
public final class NewPasswords {
    private final BreachCheck breaches;
    private final PasswordHasher hasher;

    public NewPasswords(BreachCheck breaches, PasswordHasher hasher) {
        this.breaches = breaches;
        this.hasher = hasher;
    }

    /**
     * @return Argon2id text
     * @throws Refusal {@code password_breached} with {@code breach_count} when the password is known to attackers
     */
    public String hash(String password) {
        long seen = breaches.timesSeen(password);
        if (seen > 0) {
            throw new Refusal(
                    ErrorCode.PASSWORD_BREACHED,
                    "This password is in " + seen + " known data breaches; choose another one.",
                    Map.of("breach_count", seen));
        }
        return hasher.hash(password).join();
    }
}
