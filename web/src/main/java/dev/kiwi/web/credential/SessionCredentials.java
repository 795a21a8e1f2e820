package dev.kiwi.web.credential;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.command.account.AccountClaims;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.web.gate.Credentials.ResolvedSession;
import dev.kiwi.web.http.BlockingWork;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Resolves session tokens (platform.md 4.1): the token itself, then the committed claim of its account's version. */
final class SessionCredentials {
    private final SessionTokens tokens;
    private final Claims claims;
    private final ReadModels models;
    private final CredentialCache<AccountVersion, Standing> cache;
    private final BlockingWork blocking;

    SessionCredentials(
            SessionTokens tokens,
            Claims claims,
            ReadModels models,
            CredentialCache<AccountVersion, Standing> cache,
            BlockingWork blocking) {
        this.tokens = tokens;
        this.claims = claims;
        this.models = models;
        this.cache = cache;
        this.blocking = blocking;
    }

    record AccountVersion(String accountId, int version) {}

    record Standing(boolean superuser, boolean verified) {}

    Mono<ResolvedSession> resolve(String bearer) {
        return verified(bearer)
                .flatMap(claim -> Mono.fromFuture(
                                () -> cache.get(new AccountVersion(claim.accountId(), claim.version()), this::lookUp),
                                true)
                        .map(standing -> new ResolvedSession(
                                claim.accountId(), claim.sessionId(), standing.superuser(), standing.verified())));
    }

    private Mono<SessionTokens.Claim> verified(String bearer) {
        return tokens.isRemembered(bearer)
                ? Mono.justOrEmpty(tokens.verify(bearer))
                : blocking.call(() -> tokens.verify(bearer).orElse(null));
    }

    private CompletableFuture<@Nullable Standing> lookUp(AccountVersion key) {
        return blocking.call(() -> find(key).orElse(null)).toFuture();
    }

    private Optional<Standing> find(AccountVersion key) {
        return AccountClaims.currentSince(claims, key.accountId(), key.version())
                .map(since -> models.account(key.accountId(), since))
                .filter(AccountView::active)
                .map(account -> new Standing(account.superuser(), account.verified()));
    }
}
