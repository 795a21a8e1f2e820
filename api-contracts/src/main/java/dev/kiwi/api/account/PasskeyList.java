package dev.kiwi.api.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passkeys of one account, oldest first. */
public record PasskeyList(List<PasskeyView> items) {

    /**
     * @param name null once the account's key is destroyed
     * @param synced whether its provider keeps a copy of it, for other devices
     * @param lastUsedAt null until it was used
     */
    public record PasskeyView(
            String id,
            @Nullable String name,
            boolean synced,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}
}
