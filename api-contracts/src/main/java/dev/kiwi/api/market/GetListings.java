package dev.kiwi.api.market;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listings that match all that is given (market.md 7).
 *
 * @param name exact
 * @param priceMin of one piece, inclusive
 * @param priceMax of one piece, inclusive
 * @param lastSeenAfter unix seconds, inclusive
 * @param hideExpired leave out what is not on offer now
 */
public record GetListings(
        @Nullable String name,
        @Nullable Double priceMin,
        @Nullable Double priceMax,
        @Nullable Long lastSeenAfter,
        boolean hideExpired,
        ListingSort sort,
        int limit,
        int offset) {

    /** @param total all that match */
    public record ListingPage(List<Listing> items, int count, long total) implements TableRows<Listing> {
        @Override
        public List<Listing> rows() {
            return items;
        }

        @Override
        public Class<Listing> rowType() {
            return Listing.class;
        }
    }

    /**
     * @param id lower case
     * @param price of the whole stack
     * @param lastSeen unix seconds, as the three below
     * @param expired no longer on offer: a week old, or not seen for three hours
     */
    public record Listing(
            String id,
            String name,
            @Nullable String type,
            int stack,
            long price,
            double priceEach,
            long lastSeen,
            long createdAt,
            long expiresAt,
            boolean expired) {}
}
