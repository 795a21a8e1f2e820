package dev.kiwi.web.account;

import dev.kiwi.api.account.PasskeyList.PasskeyView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it. @param synced whether its provider keeps a copy of it, for other devices */
record PasskeyPublic(
        String id,
        @Nullable String name,
        boolean synced,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    static PasskeyPublic of(PasskeyView passkey) {
        return new PasskeyPublic(
                passkey.id(), passkey.name(), passkey.synced(), passkey.createdAt(), passkey.lastUsedAt());
    }

    /** The same passkey with the name that a command has just decided. */
    PasskeyPublic named(String decided) {
        return new PasskeyPublic(id, decided, synced, createdAt, lastUsedAt);
    }
}
