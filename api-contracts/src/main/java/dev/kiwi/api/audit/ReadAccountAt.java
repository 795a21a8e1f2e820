package dev.kiwi.api.audit;

import java.time.Instant;

/** Query for an {@link AccountAt}; refused with {@code not_found} when there was no such account at that time. */
public record ReadAccountAt(String accountId, Instant at) {}
