package dev.kiwi.web.giveaway;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A time in a body: ISO 8601, in UTC where it says no offset (giveaways.md E). */
final class AskedTime {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    private AskedTime() {}

    /** Null for null. @throws Refusal 422 for what is no time of our age */
    static @Nullable Instant orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** @throws Refusal 422 for what is no time of our age */
    static Instant of(String text) {
        try {
            OffsetDateTime time = switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.strip(), OffsetDateTime::from, LocalDateTime::from)) {
                case LocalDateTime naive -> naive.atOffset(ZoneOffset.UTC);
                case OffsetDateTime exact -> exact.withOffsetSameInstant(ZoneOffset.UTC);
                default -> throw new DateTimeException("neither with nor without an offset");
            };
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException e) {
            throw notATime();
        }
        throw notATime();
    }

    private static Refusal notATime() {
        return new Refusal(ErrorCode.VALIDATION_ERROR, "A time is written as 2026-12-24T18:00:00Z.");
    }
}
