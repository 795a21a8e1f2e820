package dev.kiwi.query.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Distinct players over many windows (activity.md A3): unions of the sets that are kept for each window, so exact. */
@Component
class Unions {
    /** Captures among which the beginning of a span is looked for. */
    private static final int NEWEST = 500;

    private final JdbcClient jdbc;

    Unions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param start the capture after which its windows end */
    record Union(long start, int players) {}

    /** Null without a capture before {@code late}. @param seconds length of the span */
    @Nullable
    Union upTo(long late, long seconds) {
        List<Long> before = jdbc.sql("""
                        select anchor from (
                            select anchor from activity.capture order by anchor desc limit ?) newest
                        where anchor < ? order by anchor desc""")
                .params(NEWEST, late)
                .query((row, number) -> row.getLong(1))
                .list();
        if (before.isEmpty()) {
            return null;
        }
        long start = before.stream()
                .filter(anchor -> anchor <= late - seconds)
                .findFirst()
                .orElse(before.getLast());
        return new Union(start, players(start, late));
    }

    private int players(long start, long late) {
        List<RoaringBitmap> sets = new ArrayList<>();
        jdbc.sql("select players from activity.activity_active where window_end > ? and window_end <= ?")
                .params(start, late)
                .query(row -> {
                    sets.add(set(row.getBytes(1)));
                });
        return FastAggregation.or(sets.iterator()).getCardinality();
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
