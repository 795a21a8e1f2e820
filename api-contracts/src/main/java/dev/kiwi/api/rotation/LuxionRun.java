package dev.kiwi.api.rotation;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Seven visits of Luxion, 27 hours apart (rotations.md 4).
 *
 * @param dayAnchor the 11:00 UTC of the game day on which it was first seen
 */
public record LuxionRun(long dayAnchor) {
    public static final int VISITS = 7;
    private static final long LENGTH = 7 * 86_400;

    /** The run that begins when Luxion is first seen at that moment. */
    public static LuxionRun seenAt(long now) {
        return new LuxionRun(GameCycle.DAILY_BUFF.windowAt(now).startsAt());
    }

    public List<TimeWindow> visits() {
        long first = firstVisit();
        return LongStream.range(first, first + VISITS)
                .mapToObj(GameCycle.LUXION::window)
                .toList();
    }

    /** From the first opening; it ends a week later, after the last visit. */
    public TimeWindow time() {
        long start = GameCycle.LUXION.window(firstVisit()).startsAt();
        return new TimeWindow(start, start + LENGTH);
    }

    private long firstVisit() {
        // The first one that begins at the anchor or later.
        return GameCycle.LUXION.index(dayAnchor - 1) + 1;
    }
}
