package dev.kiwi.command.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashes of a token's secrets: of the present one and, while a rotation overlaps, of the one before it. */
record TokenSecrets(String hash, @Nullable Old old) {
    static final TokenSecrets NONE = new TokenSecrets("", null);

    /** @param until the last moment at which it opens anything */
    record Old(String hash, Instant until) {}

    /** @param oldUntil null when the present secret ends at once */
    TokenSecrets replacedBy(String next, @Nullable Instant oldUntil) {
        return new TokenSecrets(next, oldUntil == null ? null : new Old(hash, oldUntil));
    }

    TokenSecrets withoutOld() {
        return new TokenSecrets(hash, null);
    }

    boolean include(String presented, Instant now) {
        return presented.equals(hash)
                || (old != null && presented.equals(old.hash()) && !old.until().isBefore(now));
    }

    List<String> hashes() {
        return old == null ? List.of(hash) : List.of(hash, old.hash());
    }
}
