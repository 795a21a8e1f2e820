package dev.kiwi.web.feed;

import dev.kiwi.api.feed.TroveEvent;
import dev.kiwi.api.feed.TroveEventList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the community's calendar, as they stand at a moment. */
record TroveEventsReply(List<TroveEventItem> items, int count) {
    /**
     * @param status {@code upcoming}, {@code ongoing} or {@code ended}
     * @param secondsUntil the start, or the end once it has begun; 0 when it is over
     */
    record TroveEventItem(
            String eventId,
            String name,
            String url,
            String category,
            @Nullable String image,
            @Nullable String icon,
            @Nullable String lookup,
            long startsAt,
            long endsAt,
            String status,
            long secondsUntil) {

        static TroveEventItem of(TroveEvent event, long now) {
            boolean begun = now >= event.startsAt();
            boolean over = now >= event.endsAt();
            String status = !begun ? "upcoming" : over ? "ended" : "ongoing";
            long until = !begun ? event.startsAt() - now : over ? 0 : event.endsAt() - now;
            return new TroveEventItem(
                    event.eventId(),
                    event.name(),
                    event.url(),
                    event.category(),
                    event.image(),
                    event.icon(),
                    event.lookup(),
                    event.startsAt(),
                    event.endsAt(),
                    status,
                    until);
        }
    }

    /** @param now unix seconds */
    static TroveEventsReply of(TroveEventList list, long now) {
        List<TroveEventItem> items = list.items().stream()
                .map(event -> TroveEventItem.of(event, now))
                .toList();
        return new TroveEventsReply(items, items.size());
    }
}
