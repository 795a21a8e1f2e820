package dev.kiwi.api.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a release is for. */
public enum Channel {
    RELEASE,
    /** GitHub's pre-releases. */
    BETA;

    /** For example {@code beta}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> of(String key) {
        return Arrays.stream(values())
                .filter(channel -> channel.key().equals(key))
                .findFirst();
    }
}
