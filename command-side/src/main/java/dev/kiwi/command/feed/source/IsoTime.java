package dev.kiwi.command.feed.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Moments as JSON APIs write them. */
final class IsoTime {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private IsoTime() {}

    /** Null for what is none, or lies where no calendar of ours goes. */
    static @Nullable Instant of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return storable(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Null when no table keeps it. */
    static @Nullable Instant storable(Instant at) {
        return at.isBefore(FIRST) || at.isAfter(LAST) ? null : at;
    }

    static @Nullable Long seconds(@Nullable Instant at) {
        return at == null ? null : at.getEpochSecond();
    }
}
