package dev.kiwi.query.feed;

import dev.kiwi.api.feed.Feed;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code feed.item} as the records that were stored. */
final class FeedRows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private FeedRows() {}

    static <T> RowMapper<T> as(Class<T> type) {
        return (row, n) -> JSON.readValue(row.getString("json"), type);
    }

    /** Unix seconds of the fetch that brought the newest change; null when there was none. */
    static @Nullable Long fetchedAt(JdbcClient jdbc, Feed feed) {
        return jdbc.sql("select fetched_at from feed.last_fetch where feed = ?")
                .param(feed.key())
                .query((row, n) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant)
                .map(Instant::getEpochSecond)
                .orElse(null);
    }
}
