package dev.kiwi.command.feed;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedEvent.FeedChanged;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.FeedKey;
import dev.kiwi.api.feed.RecordFetch;
import dev.kiwi.api.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What was taken over from an upstream, as fingerprints: enough to tell what is new. */
final class RelayedFeed {
    @AggregateIdentifier
    private @Nullable String identifier;

    // Not final: a snapshot is filled field by field.
    private Map<String, Kept> kept = new HashMap<>();
    private String lastFetch = "";

    /** @param until the end of what has one */
    private record Kept(String fingerprint, @Nullable Instant until) {}

    /** For Axon, before the first event is applied. */
    RelayedFeed() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordFetch command, Clock clock) {
        // Milliseconds are what the read models keep.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (command.feed().keepsItems()) {
            add(command, now);
        } else {
            replace(command, now);
        }
    }

    private void replace(RecordFetch command, Instant now) {
        List<List<FeedItem>> parts = EventParts.of(command.items());
        if (Fingerprint.ofParts(parts).equals(lastFetch)) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            apply(new FeedChanged(command.feed().key(), parts.get(i), i == 0, List.of(), now));
        }
    }

    private void add(RecordFetch command, Instant now) {
        Feed feed = command.feed();
        List<FeedItem> changed = command.items().stream()
                .filter(item -> !isOver(feed, item.until(), now))
                .filter(this::isOther)
                .toList();
        List<String> dropped = kept.entrySet().stream()
                .filter(entry -> isOver(feed, entry.getValue().until(), now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean first = identifier == null;
        if (changed.isEmpty() && dropped.isEmpty() && !first) {
            return;
        }
        Refusal.ifViolated(new FeedHasRoom(kept.keySet(), dropped, changed));
        List<List<FeedItem>> parts = EventParts.of(changed);
        List<List<String>> over = EventParts.ofKeys(dropped);
        for (int i = 0; i < Math.max(parts.size(), over.size()); i++) {
            apply(new FeedChanged(feed.key(), at(parts, i), false, at(over, i), now));
        }
    }

    private static <T> List<T> at(List<List<T>> parts, int i) {
        return i < parts.size() ? parts.get(i) : List.of();
    }

    private boolean isOther(FeedItem item) {
        Kept known = kept.get(item.key());
        return known == null || !known.fingerprint().equals(Fingerprint.of(List.of(item)));
    }

    private static boolean isOver(Feed feed, @Nullable Instant until, Instant now) {
        Duration after = feed.afterItsEnd();
        return after != null && until != null && until.plus(after).isBefore(now);
    }

    @EventSourcingHandler
    void evolve(FeedChanged event) {
        Feed feed = Feed.of(event.feed());
        identifier = FeedKey.of(feed);
        if (!feed.keepsItems()) {
            lastFetch = event.replaces() ? Fingerprint.of(event.items()) : Fingerprint.of(lastFetch, event.items());
            return;
        }
        event.dropped().forEach(kept::remove);
        event.items().forEach(item -> kept.put(item.key(), new Kept(Fingerprint.of(List.of(item)), item.until())));
    }
}
