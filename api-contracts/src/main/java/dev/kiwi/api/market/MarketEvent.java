package dev.kiwi.api.market;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the marketplace. */
public sealed interface MarketEvent {

    /**
     * A scrape was filed; its text is the blob {@code sha256}.
     *
     * @param lastSeen when its listings were seen, unix seconds
     * @param parsed valid listings in it
     * @param imported listings of {@code items}, which were taken
     * @param ignored listings of other items
     * @param items names that were of interest then, and occur in it
     */
    @EventType(name = "market.ScrapeIngested")
    record ScrapeIngested(
            String scrapeId,
            long lastSeen,
            String sha256,
            long bytes,
            int parsed,
            int imported,
            int ignored,
            List<String> items,
            Instant ingestedAt)
            implements MarketEvent {}

    /** An empty interest list took the names that come with Kiwi, because it is about to be changed. */
    @EventType(name = "market.InterestListSeeded")
    record InterestListSeeded(String listId, List<String> names, Instant bundledAt) implements MarketEvent {}

    /** @param accountId null for the operator */
    @EventType(name = "market.InterestItemAdded")
    record InterestItemAdded(
            String listId, String name, @Nullable String accountId, Instant addedAt) implements MarketEvent {}

    /** @param accountId null for the operator */
    @EventType(name = "market.InterestItemRemoved")
    record InterestItemRemoved(
            String listId, String name, @Nullable String accountId, Instant removedAt) implements MarketEvent {}

    /** @param accountId null for the operator */
    @EventType(name = "market.InterestListReplaced")
    record InterestListReplaced(
            String listId,
            List<String> removed,
            List<String> added,
            @Nullable String accountId,
            Instant replacedAt) implements MarketEvent {}
}
