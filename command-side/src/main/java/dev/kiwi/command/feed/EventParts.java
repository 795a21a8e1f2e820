package dev.kiwi.command.feed;

import dev.kiwi.api.feed.FeedItem;
import java.util.ArrayList;
import java.util.List;

/** Cuts what is too much for one event: no event is of more than 64 KiB (ADR 0004), but for one item that is. */
final class EventParts {
    private static final int LARGEST = 48 << 10;

    private EventParts() {}

    /** One part at least, in order. */
    static List<List<FeedItem>> of(List<FeedItem> items) {
        List<List<FeedItem>> parts = new ArrayList<>();
        List<FeedItem> part = new ArrayList<>();
        int size = 0;
        for (FeedItem item : items) {
            int own = item.key().length() + item.json().length();
            if (size + own > LARGEST && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
                size = 0;
            }
            part.add(item);
            size += own;
        }
        parts.add(List.copyOf(part));
        return parts;
    }
}
