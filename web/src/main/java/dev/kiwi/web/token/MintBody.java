package dev.kiwi.web.token;

import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Body of {@code POST /tokens}.
 *
 * @param expiresInDays left out: 30 days; null: never; the node tells the two apart
 */
record MintBody(
        @NotNull @Size(min = 1, max = 80) @StorableText String name,
        @Nullable @PositiveOrZero BigInteger scopes,
        @Nullable List<@NotNull String> allowedIps,
        @Nullable @OfferedLifetime JsonNode expiresInDays) {
    private static final int BITS = 63;
    private static final Duration USUAL = Duration.ofDays(30);

    /** The mask; one too large to be a mask is one with every bit, which no rule lets pass. */
    long mask() {
        if (scopes == null) {
            return 0;
        }
        return scopes.bitLength() > BITS ? Long.MAX_VALUE : scopes.longValue();
    }

    List<String> allowlist() {
        return allowedIps == null ? List.of() : allowedIps;
    }

    /** Null for ever. */
    @Nullable
    Duration lifetime() {
        if (expiresInDays == null) {
            return USUAL;
        }
        return expiresInDays.isNull() ? null : Duration.ofDays(expiresInDays.intValue());
    }
}
