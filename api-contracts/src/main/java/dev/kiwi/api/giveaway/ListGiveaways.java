package dev.kiwi.api.giveaway;

import java.time.Instant;

/** Query for a {@link GiveawayList}. @param at what counts as now, or since when {@link Which#ENDED} ones ended */
public record ListGiveaways(Which which, Instant at) {
    /** A list and its order (giveaways.md B and E). */
    public enum Which {
        /** Those that take entries, the next to end first. */
        ONGOING,
        /** Those that are still to open, the next to start first. */
        UPCOMING,
        /** Those with an outcome that ended then or later, the last to end first. */
        ENDED,
        /** The newest 50 that are not cancelled, the last to start first. */
        SHOWN,
        /** The open one that was made last; none or one. */
        NEWEST_OPEN,
        /** All, the newest first. */
        ALL
    }
}
