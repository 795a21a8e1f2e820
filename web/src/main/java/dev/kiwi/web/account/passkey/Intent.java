package dev.kiwi.web.account.passkey;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a challenge is for; it is good for nothing else, and for nobody else.
 *
 * @param accountId null for a login of which is not known whose it will be
 * @param sessionId null for a login
 */
public record Intent(
        Purpose purpose,
        @Nullable String accountId,
        @Nullable String sessionId) {

    public enum Purpose {
        REGISTRATION,
        LOGIN,
        STEP_UP
    }

    /** As it is stored, with its end in milliseconds: ids are hex, so a colon parts them. */
    String text(Instant end) {
        return purpose + ":" + orEmpty(accountId) + ":" + orEmpty(sessionId) + ":" + end.toEpochMilli();
    }

    /** What was stored; empty once its time is over. */
    static Optional<Intent> of(String text, Instant now) {
        String[] parts = text.split(":", -1);
        return now.toEpochMilli() < Long.parseLong(parts[3])
                ? Optional.of(new Intent(Purpose.valueOf(parts[0]), orNull(parts[1]), orNull(parts[2])))
                : Optional.empty();
    }

    private static String orEmpty(@Nullable String id) {
        return id == null ? "" : id;
    }

    private static @Nullable String orNull(String id) {
        return id.isEmpty() ? null : id;
    }
}
