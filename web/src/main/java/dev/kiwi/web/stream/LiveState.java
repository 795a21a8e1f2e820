package dev.kiwi.web.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every source says now, and who listens. A connection joins in the same step in which its snapshot is taken, so that
 * nothing is lost or doubled between the two.
 */
final class LiveState {
    private static final byte[] RETRY = "retry: 5000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PING = ": ping\n\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final ReplayBuffer buffer = new ReplayBuffer();
    private final Set<StreamConnection> connections = ConcurrentHashMap.newKeySet();
    private final Function<Ready, String> readyJson;

    /**
     * @param types in the order of the snapshot
     * @param readyJson encodes the message that closes it
     */
    LiveState(List<String> types, Function<Ready, String> readyJson) {
        types.forEach(type -> standings.put(type, new Standing(null, null, true)));
        this.readyJson = readyJson;
    }

    /** Which sources there are, and which of them have nothing to say. */
    record Ready(List<String> types, List<String> quiet, List<String> failed) {}

    /**
     * @param now null while it is quiet or has failed
     * @param lastId of the last message that was sent, also after it went quiet
     */
    private record Standing(@Nullable Message now, @Nullable String lastId, boolean failed) {}

    /** Tells everybody, if it is news. @return whether it is */
    synchronized boolean says(String type, Message message) {
        String lastId = standing(type).lastId();
        standings.put(type, new Standing(message, message.id(), false));
        if (message.id().equals(lastId)) {
            return false;
        }
        buffer.add(message);
        connections.forEach(connection -> send(connection, message.live(), message.at()));
        return true;
    }

    synchronized void isQuiet(String type) {
        standings.put(type, new Standing(null, standing(type).lastId(), false));
    }

    synchronized void hasFailed(String type) {
        standings.put(type, new Standing(null, standing(type).lastId(), true));
    }

    private Standing standing(String type) {
        Standing standing = standings.get(type);
        if (standing == null) {
            throw new IllegalArgumentException("No source is of type " + type);
        }
        return standing;
    }

    private void send(StreamConnection connection, byte[] bytes, Instant now) {
        if (!connection.offer(bytes, now)) {
            // Cut, not silently skipped: its reader comes back and resumes.
            connections.remove(connection);
            connection.cut();
        }
    }

    /** @param lastId of the message after which to resume; null for none @return what it gets before what happens next */
    synchronized List<byte[]> join(StreamConnection connection, @Nullable String lastId, Instant now) {
        List<byte[]> begin = new ArrayList<>();
        begin.add(RETRY);
        (lastId == null ? Optional.<List<Message>>empty() : buffer.since(lastId))
                .ifPresentOrElse(
                        missed -> missed.forEach(message -> begin.add(message.live())),
                        () -> standings.values().forEach(standing -> addTo(begin, standing)));
        begin.add(ready(now));
        connections.add(connection);
        if (connection.isGone()) {
            connections.remove(connection);
        }
        return begin;
    }

    private static void addTo(List<byte[]> snapshot, Standing standing) {
        if (standing.now() != null) {
            snapshot.add(standing.now().snapshot());
        }
    }

    /** Its id is that of the newest message: whoever has read this far has missed none. */
    private byte[] ready(Instant now) {
        Ready ready = new Ready(
                List.copyOf(standings.keySet()),
                typesWhere(standing -> standing.now() == null && !standing.failed()),
                typesWhere(Standing::failed));
        String newest = buffer.newestId();
        String id = newest == null ? "snapshot-ready" : newest;
        return Message.encoded(id, "ready", readyJson.apply(ready));
    }

    private List<String> typesWhere(Predicate<Standing> matches) {
        return standings.entrySet().stream()
                .filter(entry -> matches.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Also while it is joining. */
    void leave(StreamConnection connection) {
        connection.leave();
        connections.remove(connection);
    }

    /** A sign of life for those who have heard nothing for so long. */
    synchronized void ping(Instant now, Duration silence) {
        Instant before = now.minus(silence);
        connections.forEach(connection -> {
            if (!connection.lastSent().isAfter(before)) {
                send(connection, PING, now);
            }
        });
    }

    synchronized void endAll() {
        connections.forEach(StreamConnection::end);
        connections.clear();
    }

    int connections() {
        return connections.size();
    }
}
