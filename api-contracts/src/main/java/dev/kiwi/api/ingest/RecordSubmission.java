package dev.kiwi.api.ingest;

import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Logs one submission; leads to {@link IngestEvent.SubmissionRecorded}.
 *
 * @param submissionId {@code submission:<24 hex>}, fresh
 * @param endpoint route path
 * @param accountId who submitted; null for the operator
 * @param authVia {@code token} or {@code session}
 * @param summary what came of it; numbers, texts, booleans
 * @param error first 300 characters; null on success
 */
public record RecordSubmission(
        @TargetAggregateIdentifier String submissionId,
        String endpoint,
        @Nullable String accountId,
        String authVia,
        @Nullable String tokenName,
        boolean success,
        Map<String, @Nullable Object> summary,
        @Nullable String error) {}
