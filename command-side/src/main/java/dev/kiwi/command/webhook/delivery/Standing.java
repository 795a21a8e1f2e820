package dev.kiwi.command.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint has been doing.
 *
 * @param failingSince nothing got through since then; null when the last attempt did
 * @param failures attempts that failed since
 */
record Standing(@Nullable Instant failingSince, int failures) {
    static final Standing GOOD = new Standing(null, 0);
    /** Of one delivery alone they take more than eight hours: an outage of minutes never gets there. */
    private static final int MOST_FAILURES = 10;

    /** A little under a day: the last attempt is a day after the delivery was queued, and the first may have waited. */
    private static final Duration LONGEST = Duration.ofHours(23);

    Standing after(Outcome outcome, Instant now) {
        return outcome.delivered() ? GOOD : new Standing(failingSince == null ? now : failingSince, failures + 1);
    }

    /** Nothing got through for a day, and it was tried often enough. */
    boolean isHopeless(Instant now) {
        return failures >= MOST_FAILURES
                && failingSince != null
                && !failingSince.plus(LONGEST).isAfter(now);
    }
}
