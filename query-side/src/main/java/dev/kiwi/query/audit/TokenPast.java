package dev.kiwi.query.audit;

import dev.kiwi.api.audit.TokenAt;
import dev.kiwi.api.token.ScopeMask;
import dev.kiwi.api.token.TokenEvent;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.OldSecretRetired;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEdited;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenLeaked;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a token after so many of its events. */
final class TokenPast {
    private String id = "";
    private String owner = "";
    private String name = "";
    private String prefix = "";
    private long scopes;
    private @Nullable Integer allowedIps;
    private boolean enabled = true;
    private @Nullable TokenRevoked revocation;
    private Instant mintedAt = Instant.EPOCH;
    private @Nullable Instant rotatedAt;
    private @Nullable Instant oldSecretUntil;
    private @Nullable Instant expiresAt;

    void evolve(TokenEvent happened) {
        switch (happened) {
            case TokenMinted event -> minted(event);
            case TokenEdited event -> {
                name = event.name();
                allowedIps = count(event.allowedIps());
            }
            case TokenDisabled event -> enabled = false;
            case TokenEnabled event -> enabled = true;
            case TokenRotated event -> {
                prefix = event.prefix();
                rotatedAt = event.rotatedAt();
                oldSecretUntil = event.oldSecretUntil();
            }
            case OldSecretRetired event -> oldSecretUntil = null;
            case TokenRevoked event -> revocation = event;
            case ExpiryWarned event -> {}
            case TokenLeaked event -> {}
        }
    }

    private void minted(TokenMinted event) {
        id = event.tokenId();
        owner = event.accountId();
        name = event.name();
        prefix = event.prefix();
        scopes = event.scopes();
        allowedIps = count(event.allowedIps());
        mintedAt = event.mintedAt();
        expiresAt = event.expiresAt();
    }

    private static @Nullable Integer count(@Nullable List<String> addresses) {
        return addresses == null ? null : addresses.size();
    }

    TokenAt at(Instant asOf, Instant changedAt) {
        return new TokenAt(
                asOf,
                changedAt,
                id,
                owner,
                name,
                prefix,
                scopes,
                ScopeMask.decode(scopes),
                allowedIps,
                enabled,
                revocation != null,
                revocation == null ? null : revocation.revokedAt(),
                revocation == null ? null : revocation.reason(),
                mintedAt,
                rotatedAt,
                oldSecretUntil,
                expiresAt);
    }
}
