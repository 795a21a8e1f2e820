package dev.kiwi.web.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last messages in the order in which this node found them. Another node may have found two of nearly the same moment
 * the other way round, so whoever resumes gets those of a few seconds before as well: rather twice than never.
 */
final class ReplayBuffer {
    static final int MOST = 256;
    static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Deque<Message> messages = new ArrayDeque<>();

    void add(Message message) {
        if (messages.size() == MOST) {
            messages.removeFirst();
        }
        messages.addLast(message);
    }

    /** Null while there is none. */
    @Nullable
    String newestId() {
        Message newest = messages.peekLast();
        return newest == null ? null : newest.id();
    }

    /** What may have come since a message; empty when that is not known here. */
    Optional<List<Message>> since(String id) {
        for (Iterator<Message> backwards = messages.descendingIterator(); backwards.hasNext(); ) {
            Message last = backwards.next();
            if (last.id().equals(id)) {
                return Optional.of(later(last));
            }
        }
        return Optional.empty();
    }

    private List<Message> later(Message last) {
        Instant from = last.at().minus(OVERLAP);
        return messages.stream()
                .filter(message -> message != last && !message.at().isBefore(from))
                .toList();
    }
}
