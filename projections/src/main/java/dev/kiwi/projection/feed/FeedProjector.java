package dev.kiwi.projection.feed;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedEvent.FeedChanged;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.status.StatusEvent.StatusChanged;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Fills {@code last_fetch}, {@code item} and {@code server_time}. */
public final class FeedProjector {
    private final ReadModel model;

    public FeedProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(FeedChanged event) {
        Timestamp at = Timestamp.from(event.fetchedAt());
        model.change(
                "insert into last_fetch (feed, fetched_at) values (?, ?)"
                        + " on conflict (feed) do update set fetched_at = excluded.fetched_at",
                event.feed(),
                at);
        if (event.replaces()) {
            model.change("delete from item where feed = ?", event.feed());
        }
        event.dropped().forEach(key -> model.change("delete from item where feed = ? and key = ?", event.feed(), key));
        boolean goesOn = !event.replaces() && !Feed.of(event.feed()).keepsItems();
        int place = 0;
        for (FeedItem item : event.items()) {
            put(event.feed(), item, goesOn, place++, at);
        }
    }

    /** @param goesOn whether it stands behind what an earlier part of the same fetch has */
    private void put(String feed, FeedItem item, boolean goesOn, int place, Timestamp now) {
        model.change(
                "insert into item (feed, key, place, at, until, label, json, first_seen_at, updated_at) values (?, ?,"
                        + " case when ? then (select max(place) + 1 from item where feed = ?) else ? end,"
                        + " ?, ?, ?, ?, ?, ?) on conflict (feed, key) do update set place = excluded.place,"
                        + " at = excluded.at, until = excluded.until, label = excluded.label, json = excluded.json,"
                        + " updated_at = excluded.updated_at",
                feed,
                item.key(),
                goesOn,
                feed,
                place,
                time(item.at()),
                time(item.until()),
                item.label(),
                item.json(),
                now,
                now);
    }

    @EventHandler
    void on(StatusChanged event) {
        Timestamp at = Timestamp.from(event.changedAt());
        model.change(
                "update server_time set ended_at = ? where environment = ? and ended_at is null",
                at,
                event.environment());
        // Two changes within a millisecond: the later one is what it was.
        model.change(
                "insert into server_time (environment, started_at, status, online) values (?, ?, ?, ?)"
                        + " on conflict (environment, started_at) do update set status = excluded.status,"
                        + " online = excluded.online, ended_at = null",
                event.environment(),
                at,
                event.status(),
                event.online());
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
