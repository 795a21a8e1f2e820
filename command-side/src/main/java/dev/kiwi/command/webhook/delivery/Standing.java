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

    /** So many in a row may be the fault of the messages: others are tried at once. */
    private static final int FORGIVEN = 2;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    /** The doubled minute has passed the longest pause by then. */
    private static final int MOST_DOUBLINGS = 5;

    Standing after(Outcome outcome, Instant now) {
        return outcome.delivered() ? GOOD : new Standing(failingSince == null ? now : failingSince, failures + 1);
    }

    /**
     * Until when the endpoint is left alone, however much waits for it: a minute, two, four and so on to half an hour.
     * Never as long as a delivery waits that has failed as often, so one that is alone is not delayed. Null for no pause.
     */
    @Nullable
    Instant notBefore(Instant now) {
        if (failures <= FORGIVEN) {
            return null;
        }
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FORGIVEN - 1, MOST_DOUBLINGS));
        return now.plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
    }

    /** Nothing got through for a day, and it was tried often enough. */
    boolean isHopeless(Instant now) {
        return failures >= MOST_FAILURES
                && failingSince != null
                && !failingSince.plus(LONGEST).isAfter(now);
    }
}
