package dev.kiwi.api.token;

import java.time.Instant;

/**
 * Query for the tokens that are not revoked and were last used before {@code since}; of those never used since they
 * were minted or rotated, that moment counts. Answered with {@link TokenIds}.
 */
public record FindInactiveTokens(Instant since) {}
