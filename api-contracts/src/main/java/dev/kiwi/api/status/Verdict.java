package dev.kiwi.api.status;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a server stands (misc-btt.md B3). */
public enum Verdict {
    ONLINE,
    /** Its gateway answers, the game does not; as a whole: some are up and some are not. */
    MAINTENANCE,
    DOWN,
    /** Not probed yet, or not for long. */
    UNKNOWN;

    /** For example {@code online}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Verdict of(boolean auth, boolean game) {
        return auth ? game ? ONLINE : MAINTENANCE : DOWN;
    }

    /** Of several servers as one. */
    public static Verdict overall(Collection<Verdict> servers) {
        Set<Verdict> known = EnumSet.noneOf(Verdict.class);
        servers.stream().filter(verdict -> verdict != UNKNOWN).forEach(known::add);
        return switch (known.size()) {
            case 0 -> UNKNOWN;
            case 1 -> known.iterator().next();
            default -> MAINTENANCE;
        };
    }
}
