package dev.kiwi.query.activity;

import dev.kiwi.api.activity.GapRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Distinct players over many windows (activity.md A3): unions of the sets that are kept for each window, so exact. Which
 * windows are gaps is judged by what is known by now: when the first of them was kept, its length was all there was.
 */
@Component
class Unions {
    private static final double HOUR = 3600;
    /** Captures among which the beginning of a span is looked for, and by which gaps are told. */
    private static final int NEWEST = 500;

    private final JdbcClient jdbc;

    Unions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param start the capture after which its windows end
     * @param players null when none of its windows was measured
     */
    record Union(long start, @Nullable Integer players) {}

    /** Null without a capture before {@code late}. @param seconds length of the span */
    @Nullable
    Union upTo(long late, long seconds) {
        List<Long> anchors = jdbc.sql(
                        "select anchor from activity.capture where anchor <= ? order by anchor desc limit ?")
                .params(late, NEWEST)
                .query((row, number) -> row.getLong(1))
                .list();
        List<Long> before = anchors.stream().filter(anchor -> anchor < late).toList();
        if (before.isEmpty()) {
            return null;
        }
        long start = before.stream()
                .filter(anchor -> anchor <= late - seconds)
                .findFirst()
                .orElse(before.getLast());
        return new Union(start, players(start, late, gaps(anchors)));
    }

    /** @return ends of the windows in which captures are missing */
    private static Long[] gaps(List<Long> anchors) {
        double[] hours = IntStream.range(1, anchors.size())
                .mapToDouble(i -> (anchors.get(i - 1) - anchors.get(i)) / HOUR)
                .toArray();
        GapRule rule = GapRule.of(hours);
        return IntStream.range(0, hours.length)
                .filter(i -> rule.isGap(hours[i]))
                .mapToObj(anchors::get)
                .toArray(Long[]::new);
    }

    private @Nullable Integer players(long start, long late, Long[] gaps) {
        List<RoaringBitmap> sets = new ArrayList<>();
        jdbc.sql("""
                        select players from activity.activity_active
                        where window_end > ? and window_end <= ? and window_end <> all (?::bigint[])""").params(start, late, gaps).query(row -> {
            sets.add(set(row.getBytes(1)));
        });
        return sets.isEmpty()
                ? null
                : (Integer) FastAggregation.or(sets.iterator()).getCardinality();
    }

    private static RoaringBitmap set(byte[] packed) {
        RoaringBitmap set = new RoaringBitmap();
        try {
            set.deserialize(ByteBuffer.wrap(packed));
        } catch (IOException e) {
            throw new UncheckedIOException("A stored set of players cannot be read", e);
        }
        return set;
    }
}
