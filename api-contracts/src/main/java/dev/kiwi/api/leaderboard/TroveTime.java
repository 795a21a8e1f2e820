package dev.kiwi.api.leaderboard;

/** Trove-days and weeks; unix seconds, UTC. Both floor towards minus infinity. */
public final class TroveTime {
    public static final long DAY = 86_400;
    public static final long WEEK = 7 * DAY;
    private static final long ELEVEN = 39_600;
    /** 1970-01-05 11:00, the first Monday. */
    private static final long FIRST_MONDAY = 4 * DAY + ELEVEN;

    private TroveTime() {}

    /** 11:00:00 UTC at or before {@code time}. */
    public static long dayStart(long time) {
        return Math.floorDiv(time - ELEVEN, DAY) * DAY + ELEVEN;
    }

    /** Monday 11:00:00 UTC at or before {@code time}. */
    public static long weekStart(long time) {
        return Math.floorDiv(time - FIRST_MONDAY, WEEK) * WEEK + FIRST_MONDAY;
    }
}
