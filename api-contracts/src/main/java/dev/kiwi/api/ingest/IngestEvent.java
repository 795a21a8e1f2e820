package dev.kiwi.api.ingest;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens in the ingest log. */
public sealed interface IngestEvent {

    /** Components as in {@link RecordSubmission}. */
    @EventType(name = "ingest.SubmissionRecorded")
    record SubmissionRecorded(
            String submissionId,
            String endpoint,
            @Nullable String accountId,
            String authVia,
            @Nullable String tokenName,
            boolean success,
            Map<String, @Nullable Object> summary,
            @Nullable String error,
            Instant at)
            implements IngestEvent {}
}
