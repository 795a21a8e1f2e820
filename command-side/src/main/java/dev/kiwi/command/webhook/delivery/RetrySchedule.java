package dev.kiwi.command.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a failed delivery is tried again: after one minute, two, four and so on to six hours, each a fifth shorter or
 * longer by chance, so that what failed together does not come back together. The last attempt is a day after the first.
 */
final class RetrySchedule {
    static final Duration PATIENCE = Duration.ofDays(1);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final double JITTER = 0.2;
    /** The doubled minute has passed the longest pause by then. */
    private static final int MOST_DOUBLINGS = 10;

    private final DoubleSupplier chance;

    /** @param chance from 0 to 1, evenly */
    RetrySchedule(DoubleSupplier chance) {
        this.chance = chance;
    }

    /**
     * Empty when the attempt was the last one.
     *
     * @param attempts made so far, 1 at least
     */
    Optional<Instant> next(int attempts, Instant now, Instant giveUpAt) {
        if (!now.isBefore(giveUpAt)) {
            return Optional.empty();
        }
        Instant next = now.plus(pause(attempts));
        return Optional.of(next.isBefore(giveUpAt) ? next : giveUpAt);
    }

    private Duration pause(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        double factor = 1 - JITTER + 2 * JITTER * chance.getAsDouble();
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
