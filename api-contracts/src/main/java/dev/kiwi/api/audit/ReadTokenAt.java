package dev.kiwi.api.audit;

import java.time.Instant;

/** Query for a {@link TokenAt}; refused with {@code not_found} when there was no such token at that time. */
public record ReadTokenAt(String tokenId, Instant at) {}
