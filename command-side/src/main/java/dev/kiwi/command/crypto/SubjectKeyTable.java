package dev.kiwi.command.crypto;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code es.subject_key}: wrapped keys, and the names of subjects whose key was destroyed. */
public final class SubjectKeyTable {
    /**
     * Destroys a key; parameters are the subject and twice the time. A subject that never had a key gets its tombstone
     * too: a late event must not make one.
     */
    public static final String DESTROY = """
            insert into es.subject_key (subject, wrapped_key, created_at, destroyed_at) values (?, null, ?, ?)
            on conflict (subject) do update
               set wrapped_key = null,
                   destroyed_at = coalesce(es.subject_key.destroyed_at, excluded.destroyed_at)""";

    private final JdbcClient jdbc;

    public SubjectKeyTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** @param wrappedKey null once destroyed */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(byte @Nullable [] wrappedKey) {}

    Optional<Row> find(String subject) {
        return jdbc.sql("select wrapped_key from es.subject_key where subject = ?")
                .param(subject)
                .query((result, number) -> new Row(result.getBytes(1)))
                .optional();
    }

    void insertIfAbsent(String subject, byte[] wrappedKey, Instant now) {
        jdbc.sql(
                        "insert into es.subject_key (subject, wrapped_key, created_at) values (?, ?, ?) on conflict do nothing")
                .params(subject, wrappedKey, Timestamp.from(now))
                .update();
    }

    List<String> destroyedSince(Instant time) {
        return jdbc.sql("select subject from es.subject_key where destroyed_at >= ?")
                .param(Timestamp.from(time))
                .query((row, n) -> row.getString(1))
                .list();
    }

    void destroy(String subject, Instant now) {
        jdbc.sql(DESTROY)
                .params(subject, Timestamp.from(now), Timestamp.from(now))
                .update();
    }
}
