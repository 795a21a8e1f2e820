package dev.kiwi.web.invalidate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Invalidations that wait for the link; too many of them become one "everything" a topic. */
final class Unsent {
    private static final int MAX = 10_000;

    record Message(String topic, String key) {}

    private Set<Message> messages = new LinkedHashSet<>();

    synchronized void add(Message message) {
        messages.add(message);
        if (messages.size() > MAX) {
            messages = messages.stream()
                    .map(waiting -> new Message(waiting.topic(), Invalidations.ALL))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    synchronized List<Message> drain() {
        List<Message> all = List.copyOf(messages);
        messages.clear();
        return all;
    }
}
