package dev.kiwi.api.token;

import java.time.Instant;

/**
 * Query for the tokens that end between the two moments, are not revoked and whose owner was not told. Answered with
 * {@link TokenIds}.
 */
public record FindExpiringTokens(Instant from, Instant to) {}
