package dev.kiwi.api.leaderboard;

import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** When the game sets a board back to nothing (leaderboards.md 4.1). */
public enum ResetKind {
    DAILY(TroveTime.DAY),
    WEEKLY(TroveTime.WEEK),
    /** In no static set: never. */
    DEFAULT(0),
    /** Pinned by an admin: never. */
    NONE(0);

    private final long period;

    ResetKind(long period) {
        this.period = period;
    }

    /** The kind that an override names; null for none or an unknown text. */
    public static @Nullable ResetKind ofOverride(@Nullable String override) {
        if (override == null) {
            return null;
        }
        return switch (override) {
            case "daily" -> DAILY;
            case "weekly" -> WEEKLY;
            case "none" -> NONE;
            default -> null;
        };
    }

    /** Reset at or before {@code time}; 0 for kinds that never reset. */
    public long lastReset(long time) {
        return switch (this) {
            case DAILY -> TroveTime.dayStart(time);
            case WEEKLY -> TroveTime.weekStart(time);
            case DEFAULT, NONE -> 0;
        };
    }

    /** Reset moments in {@code (from, to]}, ascending. */
    public LongStream boundaries(long from, long to) {
        if (period == 0 || to <= from) {
            return LongStream.empty();
        }
        return LongStream.iterate(lastReset(from) + period, reset -> reset <= to, reset -> reset + period);
    }

    /** Whether a reset lies in {@code (from, to]}. */
    public boolean crosses(long from, long to) {
        return period != 0 && to > from && lastReset(to) > from;
    }

    /** {@code daily}, {@code weekly}, {@code default} or {@code none}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
