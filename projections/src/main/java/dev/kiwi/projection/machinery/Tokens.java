package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code pm.token_entry}, read and moved beside Axon's own token store. */
final class Tokens {
    static final long NONE = -1;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    Tokens(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** Position per segment of every processor, in one query; -1 where nothing is applied. */
    Map<String, Map<Integer, Long>> positions() {
        Map<String, Map<Integer, Long>> positions = new HashMap<>();
        jdbc.sql("select processor_name, segment, token, token_type from pm.token_entry")
                .query(row -> {
                    positions
                            .computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
                            .put(row.getInt(2), position(row.getString(3), row.getString(4)));
                });
        return positions;
    }

    Map<Integer, Long> positions(String processor) {
        return positions().getOrDefault(processor, Map.of());
    }

    /** What all of its segments have applied. */
    static long completed(Map<Integer, Long> segments) {
        return segments.values().stream().mapToLong(Long::longValue).min().orElse(NONE);
    }

    static long furthest(Map<Integer, Long> segments) {
        return segments.values().stream().mapToLong(Long::longValue).max().orElse(NONE);
    }

    private long position(@Nullable String token, String type) {
        return token == null ? NONE : deserialize(token, type).position().orElse(NONE);
    }

    private TrackingToken deserialize(String token, String type) {
        return serializer.deserialize(new SimpleSerializedObject<>(token, String.class, type, null));
    }

    /** Sets a segment that has applied something back, with a token of the class that the event store uses. */
    void rewind(String processor, int segment, long position) {
        if (position == NONE) {
            jdbc.sql(
                            "update pm.token_entry set token = null, token_type = null where processor_name = ? and segment = ?")
                    .params(processor, segment)
                    .update();
            return;
        }
        String type = jdbc.sql("select token_type from pm.token_entry where processor_name = ? and segment = ?")
                .params(processor, segment)
                .query(String.class)
                .single();
        jdbc.sql("update pm.token_entry set token = ? where processor_name = ? and segment = ?")
                .params(json(type, position), processor, segment)
                .update();
    }

    private String json(String type, long position) {
        TrackingToken token = type.equals(GapAwareTrackingToken.class.getName())
                ? GapAwareTrackingToken.newInstance(position, java.util.Set.of())
                : new GlobalSequenceTrackingToken(position);
        return serializer.serialize(token, String.class).getData();
    }

    /** True when no running node holds a segment of the processor. */
    boolean isFree(String processor, String nodeId, Duration claimTimeout) {
        return jdbc
                .sql("select owner, claimed_at from pm.token_entry where processor_name = ? and owner is not null")
                .param(processor)
                .query((row, _) -> row.getString(1).equals(nodeId) || isExpired(row.getString(2), claimTimeout))
                .list()
                .stream()
                .allMatch(free -> free);
    }

    private static boolean isExpired(String timestamp, Duration claimTimeout) {
        // Axon writes these with the system clock, whatever clock the rest of the node has.
        return DateTimeUtils.parseInstant(timestamp).plus(claimTimeout).isBefore(Instant.now());
    }

    /** A node that sleeps through its claim cannot commit any more: the rows belong to this node now. */
    void seize(String processor, String nodeId) {
        jdbc.sql("update pm.token_entry set owner = ?, claimed_at = ? where processor_name = ?")
                .params(nodeId, DateTimeUtils.formatInstant(Instant.now()), processor)
                .update();
    }

    void release(String processor, String nodeId) {
        jdbc.sql("update pm.token_entry set owner = null where processor_name = ? and owner = ?")
                .params(processor, nodeId)
                .update();
    }

    /** When nodes last said that they are at work on each processor; of its segments, the one unheard of for longest. */
    Map<String, Instant> heartbeats() {
        Map<String, Instant> heartbeats = new HashMap<>();
        jdbc.sql("select processor_name, min(claimed_at) from pm.token_entry where claimed_at is not null group by 1")
                .query(row -> {
                    heartbeats.put(row.getString(1), DateTimeUtils.parseInstant(row.getString(2)));
                });
        return heartbeats;
    }

    void delete(String processor) {
        jdbc.sql("delete from pm.token_entry where processor_name = ?")
                .param(processor)
                .update();
    }

    void rename(String from, String to) {
        jdbc.sql("update pm.token_entry set processor_name = ?, owner = null where processor_name = ?")
                .params(to, from)
                .update();
    }
}
