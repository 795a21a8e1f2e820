package dev.kiwi.api.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions that are held of an account, for its owner to take along. */
public record SessionExport(List<Item> items) {
    /** @param device coarse label such as {@code Firefox on Linux} */
    public record Item(
            String id,
            @Nullable String device,
            boolean revoked,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}
}
