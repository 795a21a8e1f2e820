package dev.kiwi.api.token;

import java.time.Instant;

/** Why and when a token was revoked. */
public record Revocation(String reason, Instant at) {}
