package dev.kiwi.projection.machinery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code pm.dead_letter}, as an operator sees them. */
final class Letters {
    /** Diagnostics key: how often the event was tried. */
    static final String ATTEMPTS = "attempts";

    private final JdbcClient jdbc;
    private final Serializer tokens;
    private final Serializer events;

    Letters(JdbcClient jdbc, Serializer tokens, Serializer events) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.events = events;
    }

    List<ProjectionAdmin.Letter> list(String group, int limit, int offset) {
        return jdbc.sql("""
                        select * from pm.dead_letter where processing_group = ?
                        order by enqueued_at, sequence_identifier, sequence_index, dead_letter_id
                        limit ? offset ?
                        """)
                .params(group, limit, offset)
                .query((row, _) -> letter(row))
                .list();
    }

    private ProjectionAdmin.Letter letter(ResultSet row) throws SQLException {
        String touched = row.getString("last_touched");
        return new ProjectionAdmin.Letter(
                row.getString("dead_letter_id"),
                row.getString("sequence_identifier"),
                row.getLong("sequence_index"),
                row.getString("payload_type"),
                row.getString("event_identifier"),
                position(row.getBytes("token"), row.getString("token_type")),
                error(row.getString("cause_type"), row.getString("cause_message")),
                DateTimeUtils.parseInstant(row.getString("enqueued_at")),
                touched == null ? null : DateTimeUtils.parseInstant(touched),
                attempts(row.getBytes("diagnostics")),
                new String(row.getBytes("payload"), StandardCharsets.UTF_8));
    }

    private @Nullable Long position(byte @Nullable [] token, String type) {
        if (token == null) {
            return null;
        }
        TrackingToken position = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return position.position().isPresent() ? position.position().getAsLong() : null;
    }

    private static String error(@Nullable String type, @Nullable String message) {
        return type == null ? "parked behind an earlier letter of its sequence" : type + ": " + message;
    }

    private int attempts(byte @Nullable [] diagnostics) {
        if (diagnostics == null) {
            return 0;
        }
        MetaData metaData = events.deserialize(
                new SimpleSerializedObject<>(diagnostics, byte[].class, MetaData.class.getName(), null));
        return attempts(metaData);
    }

    static int attempts(MetaData diagnostics) {
        return diagnostics.get(ATTEMPTS) instanceof Number number ? number.intValue() : 0;
    }

    Optional<String> sequence(String group, String letterId) {
        return jdbc.sql(
                        "select sequence_identifier from pm.dead_letter where processing_group = ? and dead_letter_id = ?")
                .params(group, letterId)
                .query(String.class)
                .optional();
    }

    boolean evict(String group, String letterId) {
        return jdbc.sql("delete from pm.dead_letter where processing_group = ? and dead_letter_id = ?")
                        .params(group, letterId)
                        .update()
                > 0;
    }

    /** How full each group's queue is. */
    Map<String, Filling> fillings() {
        Map<String, Filling> fillings = new HashMap<>();
        jdbc.sql("""
                        select processing_group, sum(letters), count(*), max(letters),
                               (array_agg(error order by touched desc nulls last))[1]
                        from (select processing_group, count(*) as letters, max(last_touched) as touched,
                                     max(cause_type || ': ' || coalesce(cause_message, '')) as error
                              from pm.dead_letter group by processing_group, sequence_identifier) as sequence
                        group by processing_group
                        """).query(row -> {
            fillings.put(row.getString(1), new Filling(row.getLong(2), row.getInt(3), row.getInt(4), row.getString(5)));
        });
        return fillings;
    }

    void delete(String group) {
        jdbc.sql("delete from pm.dead_letter where processing_group = ?")
                .param(group)
                .update();
    }

    void rename(String from, String to) {
        jdbc.sql("update pm.dead_letter set processing_group = ? where processing_group = ?")
                .params(to, from)
                .update();
    }

    /** @param longest letters of the longest sequence */
    record Filling(
            long letters,
            int sequences,
            int longest,
            @Nullable String newestError) {
        static final Filling EMPTY = new Filling(0, 0, 0, null);

        /** Of the room that there is, for sequences or in the longest one; the queue refuses more at 1. */
        double ratio() {
            return Math.max(
                    (double) sequences / LetterQueues.MAX_SEQUENCES, (double) longest / LetterQueues.MAX_SEQUENCE_SIZE);
        }
    }
}
