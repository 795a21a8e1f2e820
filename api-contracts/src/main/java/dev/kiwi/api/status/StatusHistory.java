package dev.kiwi.api.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server stood in a window; the answer of {@code GET /v1/misc/trove-status/history}. All times are unix seconds.
 *
 * @param uptime share of the covered seconds, five decimals; null when nothing is covered
 * @param coveredSeconds what the segments last; the time before the first one is not covered
 * @param segments oldest first
 * @param outages those that are not online
 */
public record StatusHistory(
        String env,
        int days,
        long windowStart,
        long windowEnd,
        @Nullable Double uptime,
        long coveredSeconds,
        List<StatusSegment> segments,
        List<StatusOutage> outages) {

    /** @param endedAt null while it lasts */
    public record StatusSegment(
            String status,
            boolean online,
            long startedAt,
            @Nullable Long endedAt,
            long durationSeconds) {}

    public record StatusOutage(
            String status, long startedAt, @Nullable Long endedAt, long durationSeconds) {}
}
