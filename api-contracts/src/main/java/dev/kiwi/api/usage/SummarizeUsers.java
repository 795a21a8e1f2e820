package dev.kiwi.api.usage;

import org.jspecify.annotations.Nullable;

/**
 * Query for {@link UserSummaries}.
 *
 * @param accountId null for everybody
 * @param days window of {@code rateLimited}, of 24 hours each
 */
public record SummarizeUsers(@Nullable String accountId, int days) {}
