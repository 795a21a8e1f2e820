package dev.kiwi.api.rotation;

/**
 * Twenty minutes of an hourly challenge (rotations.md 3.2): at every full hour, and on the game's Friday at every half
 * hour too.
 *
 * @param friday whether it lies on a game-day Friday
 */
public record ChallengeWindow(TimeWindow time, boolean friday) {
    private static final long HOUR = 3_600;
    private static final long OPEN = 1_200;
    private static final int FRIDAY = 4;

    /** The latest one that has begun, live or not. */
    public static ChallengeWindow at(long now) {
        long day = GameCycle.DAILY_BUFF.index(now);
        boolean friday = Math.floorMod(day, 7) == FRIDAY;
        long period = friday ? HOUR / 2 : HOUR;
        long start = Math.floorDiv(now, period) * period;
        return new ChallengeWindow(new TimeWindow(start, start + OPEN), friday);
    }

    /** When the next one begins. */
    public long next() {
        // Half an hour on there is one, or the same one still.
        long half = at(time.startsAt() + HOUR / 2).time.startsAt();
        return half > time.startsAt() ? half : time.startsAt() + HOUR;
    }
}
