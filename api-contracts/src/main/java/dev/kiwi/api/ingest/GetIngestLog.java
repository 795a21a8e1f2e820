package dev.kiwi.api.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest submissions.
 *
 * @param endpoint exact route path; null for all
 */
public record GetIngestLog(int limit, @Nullable String endpoint) {
    public record IngestLog(List<Row> rows) {}

    /** @param userEmail null when the account is unknown or gone */
    public record Row(
            String endpoint,
            Instant timestamp,
            @Nullable String userEmail,
            boolean success,
            Map<String, @Nullable Object> summary,
            @Nullable String error,
            String authVia,
            @Nullable String tokenName) {}
}
