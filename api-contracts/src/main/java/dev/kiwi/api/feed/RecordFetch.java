package dev.kiwi.api.feed;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records what upstream has just answered. Leads to {@link FeedEvent.FeedChanged}, to several where there is much, or to
 * nothing when nothing is new.
 *
 * @param items in upstream's order, keys unique; no more than {@link Feed#mostItems()}, each fits into an event
 */
public record RecordFetch(Feed feed, List<FeedItem> items) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return FeedKey.of(feed);
    }

    /** Leaves the items out of logs. */
    @Override
    public String toString() {
        return "RecordFetch[" + feed + ", " + items.size() + " items]";
    }
}
