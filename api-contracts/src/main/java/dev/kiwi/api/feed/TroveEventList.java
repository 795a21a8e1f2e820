package dev.kiwi.api.feed;

import java.util.List;

/** Answer of {@link ListTroveEvents}. */
public record TroveEventList(List<TroveEvent> items) {}
