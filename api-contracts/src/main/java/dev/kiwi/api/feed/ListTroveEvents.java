package dev.kiwi.api.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Query for events of the community's calendar, answered with {@link TroveEventList}.
 *
 * @param category exact; null for all
 */
public record ListTroveEvents(Phase phase, @Nullable String category, int limit, Instant now) {
    public enum Phase {
        /** First the one that ends first. */
        ONGOING,
        /** First the one that begins first. */
        UPCOMING,
        /** First the one that ended last. */
        ENDED
    }
}
