package dev.kiwi.web.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The last messages in the order in which this node found them. Another node may have found them at other moments and in
 * another order, so whoever resumes gets those of shortly before as well: rather twice than never.
 */
final class ReplayBuffer {
    static final int MOST = 256;
    /** More than the interval at which a node looks by itself, when nobody tells it. */
    static final Duration OVERLAP = Duration.ofSeconds(40);

    private static final int FORGOTTEN = 1_024;

    private final Deque<Message> messages = new ArrayDeque<>();
    /** An id comes again when a source is what it was before: one that was here earlier may be the one that is meant. */
    private final SequencedSet<String> forgotten = new LinkedHashSet<>();

    void add(Message message) {
        if (messages.size() == MOST) {
            forget(messages.removeFirst().id());
        }
        messages.addLast(message);
    }

    private void forget(String id) {
        forgotten.addLast(id);
        if (forgotten.size() > FORGOTTEN) {
            forgotten.removeFirst();
        }
    }

    /** Null while there is none. */
    @Nullable
    String newestId() {
        Message newest = messages.peekLast();
        return newest == null ? null : newest.id();
    }

    /** What may have come since the first message with that id; empty when that is not known here. */
    Optional<List<Message>> since(String id) {
        return forgotten.contains(id)
                ? Optional.empty()
                : messages.stream()
                        .filter(message -> message.id().equals(id))
                        .findFirst()
                        .map(this::later);
    }

    private List<Message> later(Message last) {
        Instant from = last.at().minus(OVERLAP);
        return messages.stream()
                .filter(message -> message != last && !message.at().isBefore(from))
                .toList();
    }
}
