package dev.kiwi.bench.leaderboards;

import java.util.ArrayList;
import java.util.List;

/**
 * Hours of a generator, one capture each.
 *
 * @param from number of the first
 * @param to number behind the last
 */
record Hours(int from, int to) {
    private static final long HOUR = 3_600;
    private static final long FIVE_MINUTES = 300;

    Hours {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no hours from " + from + " to " + to);
        }
    }

    /** Unix second of hour 0, so that the last of them is the newest that is not ahead; all at five minutes past. */
    long anchorAt(long now) {
        long newest = Math.floorDiv(now - FIVE_MINUTES, HOUR) * HOUR + FIVE_MINUTES;
        return newest - (to - 1) * HOUR;
    }

    int count() {
        return to - from;
    }

    /** The last {@code count} of them. */
    Hours newest(int count) {
        return new Hours(to - count, to);
    }

    /** In order, {@code most} of them in each but the last. */
    List<Hours> batches(int most) {
        List<Hours> batches = new ArrayList<>();
        for (int begin = from; begin < to; begin += most) {
            batches.add(new Hours(begin, Math.min(begin + most, to)));
        }
        return batches;
    }
}
