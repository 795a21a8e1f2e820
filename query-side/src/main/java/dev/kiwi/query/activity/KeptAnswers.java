package dev.kiwi.query.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of the last five minutes, none of them older than the newest change of the read model. */
@Component
class KeptAnswers {
    private static final Duration KEPT = Duration.ofSeconds(300);
    private static final int MOST = 64;

    private final JdbcClient jdbc;
    private final Cache<Key, Object> kept =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    KeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param made which tables: those of a rebuild count their versions anew */
    private record Version(long made, long version) {}

    private record Key(Class<?> type, Version version, List<?> about) {}

    /** @param about what the answer depends on besides the read model */
    <T> T answer(Class<T> type, Supplier<T> make, Object... about) {
        Version version = jdbc.sql("select tableoid::bigint, version from activity.state")
                .query((row, number) -> new Version(row.getLong(1), row.getLong(2)))
                .single();
        Object answer = kept.get(new Key(type, version, List.of(about)), key -> make.get());
        return type.cast(Objects.requireNonNull(answer));
    }
}
