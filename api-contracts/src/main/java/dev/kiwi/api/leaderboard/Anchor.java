package dev.kiwi.api.leaderboard;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The unix second that identifies one capture (leaderboards.md 3); minute precision. */
public final class Anchor {
    private static final long MINUTE = 60;
    private static final long AHEAD = 5 * MINUTE;
    private static final long BEHIND = 14 * TroveTime.DAY;

    private Anchor() {}

    /**
     * Normalises a timestamp.
     *
     * @param now unix seconds
     * @param allowBackfill lifts the limit of 14 days
     * @return empty when it is no valid anchor
     */
    public static OptionalLong normalize(@Nullable Long timestamp, long now, boolean allowBackfill) {
        if (timestamp == null || timestamp <= 0) {
            return OptionalLong.empty();
        }
        long minute = floor(timestamp);
        long present = floor(now);
        if (minute > present + AHEAD || !allowBackfill && minute < present - BEHIND) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(isMidnight(timestamp) ? minute + 11 * 60 * MINUTE : minute);
    }

    /** Anchor of a dump that came without a timestamp: the most recent 11:00 UTC. */
    public static long byDefault(long now) {
        return TroveTime.dayStart(now);
    }

    /** Whether the timestamp goes through the legacy alias 00:00 → 11:00, up to eleven hours ahead of now. */
    public static boolean isMidnight(long timestamp) {
        return Math.floorMod(floor(timestamp), TroveTime.DAY) == 0;
    }

    /** Whether a read of this anchor pays the archive bucket (leaderboards.md 10.1). */
    public static boolean isArchive(long anchor, long now, int thresholdDays) {
        return anchor < now - thresholdDays * TroveTime.DAY;
    }

    private static long floor(long time) {
        return Math.floorDiv(time, MINUTE) * MINUTE;
    }
}
