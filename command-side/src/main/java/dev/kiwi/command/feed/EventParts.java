package dev.kiwi.command.feed;

import dev.kiwi.api.feed.FeedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts what is too much for one event: none is of more than 64 KiB (ADR 0004), and no item is larger than a part. */
final class EventParts {
    private static final int LARGEST = 48 << 10;
    private static final int LARGEST_OF_KEYS = 8 << 10;
    /** Of a text in a list. */
    private static final int FRAME = 3;

    private EventParts() {}

    /** One part at least, in order. */
    static List<List<FeedItem>> of(List<FeedItem> items) {
        return cut(items, FeedItem::bytes, LARGEST);
    }

    /** As {@link #of}; a part of them and one of items go into one event. */
    static List<List<String>> ofKeys(List<String> keys) {
        return cut(keys, key -> FeedItem.bytes(key) + FRAME, LARGEST_OF_KEYS);
    }

    private static <T> List<List<T>> cut(List<T> all, ToIntFunction<T> bytes, int largest) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        int size = 0;
        for (T one : all) {
            int own = bytes.applyAsInt(one);
            if (size + own > largest && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
                size = 0;
            }
            part.add(one);
            size += own;
        }
        parts.add(List.copyOf(part));
        return parts;
    }
}
