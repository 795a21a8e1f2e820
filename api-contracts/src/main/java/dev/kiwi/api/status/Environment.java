package dev.kiwi.api.status;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The game's servers that are watched, in the order in which they are asked. */
public enum Environment {
    EU(true),
    US(true),
    /** The public test server, which never counts for the whole. */
    PTS(false);

    private final boolean live;

    Environment(boolean live) {
        this.live = live;
    }

    /** For example {@code eu}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether players play there. */
    public boolean isLive() {
        return live;
    }

    public static Optional<Environment> of(String key) {
        return Arrays.stream(values()).filter(env -> env.key().equals(key)).findFirst();
    }
}
