package dev.kiwi.query.status;

import dev.kiwi.api.status.StatusHistory;
import dev.kiwi.api.status.StatusHistory.StatusOutage;
import dev.kiwi.api.status.StatusHistory.StatusSegment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last days of a server, cut out of its times (misc-btt.md B4). @param end unix seconds, now */
record Window(String env, int days, long end) {
    private static final long DAY = 86_400;
    private static final int DECIMALS = 5;

    /** One time of a server as it was, beyond the window too. @param endedAt null while it lasts */
    record Time(
            String status,
            boolean online,
            long startedAt,
            @Nullable Long endedAt) {}

    long start() {
        return end - days * DAY;
    }

    /** @param times oldest first */
    StatusHistory history(List<Time> times) {
        List<StatusSegment> segments =
                times.stream().filter(this::touches).map(this::clamped).toList();
        long covered =
                segments.stream().mapToLong(StatusSegment::durationSeconds).sum();
        long online = segments.stream()
                .filter(StatusSegment::online)
                .mapToLong(StatusSegment::durationSeconds)
                .sum();
        List<StatusOutage> outages = segments.stream()
                .filter(segment -> !segment.online())
                .map(segment -> new StatusOutage(
                        segment.status(), segment.startedAt(), segment.endedAt(), segment.durationSeconds()))
                .toList();
        return new StatusHistory(
                env, days, start(), end, covered == 0 ? null : share(online, covered), covered, segments, outages);
    }

    private boolean touches(Time time) {
        return time.startedAt() < end && (time.endedAt() == null || time.endedAt() > start());
    }

    private StatusSegment clamped(Time time) {
        long from = Math.max(time.startedAt(), start());
        Long ended = time.endedAt();
        Long to = ended == null ? null : Long.valueOf(Math.min(ended, end));
        return new StatusSegment(time.status(), time.online(), from, to, (to == null ? end : to) - from);
    }

    private static double share(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
