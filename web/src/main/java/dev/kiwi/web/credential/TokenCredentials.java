package dev.kiwi.web.credential;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.command.account.AccountClaims;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.token.TokenClaims;
import dev.kiwi.web.gate.Credentials.ResolvedToken;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Resolves API tokens (platform.md 6.6): checksum, then the committed claim of its hash, then its details. */
final class TokenCredentials {
    private final String brand;
    private final Claims claims;
    private final ReadModels models;
    private final CredentialCache<String, Known> cache;
    private final BlockingWork blocking;
    private final Clock clock;

    TokenCredentials(
            String brand,
            Claims claims,
            ReadModels models,
            CredentialCache<String, Known> cache,
            BlockingWork blocking,
            Clock clock) {
        this.brand = brand;
        this.claims = claims;
        this.models = models;
        this.cache = cache;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** What is remembered; expiry is judged at each use. */
    record Known(ResolvedToken token, @Nullable Instant expiresAt) {
        boolean isValidAt(Instant now) {
            return expiresAt == null || !expiresAt.isBefore(now);
        }
    }

    Mono<ResolvedToken> resolve(String bearer) {
        if (TokenText.check(brand, bearer) == TokenText.Offline.WRONG_CHECKSUM) {
            return Mono.empty();
        }
        // Cancelling one request must not cancel the look-up that others share.
        return Mono.fromFuture(() -> cache.get(Sha256.hex(bearer), this::lookUp), true)
                .filter(known -> known.isValidAt(clock.instant()))
                .map(Known::token);
    }

    private CompletableFuture<@Nullable Known> lookUp(String hash) {
        return blocking.call(() -> find(hash).orElse(null)).toFuture();
    }

    private Optional<Known> find(String hash) {
        return TokenClaims.holder(claims, hash).flatMap(holder -> {
            TokenView token = models.token(holder.tokenId(), holder.position());
            if (holder.old() && token.oldSecretUntil() == null) {
                // Retired between the two look-ups.
                return Optional.empty();
            }
            Instant end = holder.old() ? earlier(token.oldSecretUntil(), token.expiresAt()) : token.expiresAt();
            return AccountClaims.existsSince(claims, token.accountId())
                    // Of before the account was taken from somebody who had only guessed its address.
                    .filter(since -> holder.position() >= since)
                    .map(since -> models.account(token.accountId(), since))
                    .filter(AccountView::active)
                    .map(owner -> known(token, owner, end));
        });
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static Known known(TokenView token, AccountView owner, @Nullable Instant end) {
        return new Known(
                new ResolvedToken(
                        token.id(), owner.id(), token.name(), token.scopes(), token.allowedIps(), owner.superuser()),
                end);
    }
}
