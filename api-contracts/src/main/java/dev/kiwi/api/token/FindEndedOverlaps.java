package dev.kiwi.api.token;

import java.time.Instant;

/** Query for the tokens that still know an old secret which ended before {@code at}. Answered with {@link TokenIds}. */
public record FindEndedOverlaps(Instant at) {}
