package dev.kiwi.web.credential;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.command.account.AccountClaims;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.web.http.BlockingWork;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Whether what was issued under a version of an account still counts, by the committed claim of its current version.
 * Remembered for seconds, and forgotten as soon as the account changes.
 */
public final class AccountStandings {
    private final Claims claims;
    private final ReadModels models;
    private final CredentialCache<AccountVersion, Standing> cache;
    private final BlockingWork blocking;

    AccountStandings(
            Claims claims, ReadModels models, CredentialCache<AccountVersion, Standing> cache, BlockingWork blocking) {
        this.claims = claims;
        this.models = models;
        this.cache = cache;
        this.blocking = blocking;
    }

    record AccountVersion(String accountId, int version) {}

    /** @param secondFactor whether its logins need one */
    public record Standing(boolean superuser, boolean verified, boolean secondFactor) {}

    /** Empty when the account is gone or inactive, or has voided that version. */
    public Mono<Standing> of(String accountId, int version) {
        // Cancelling one request must not cancel the look-up that others share.
        return Mono.fromFuture(() -> cache.get(new AccountVersion(accountId, version), this::lookUp), true);
    }

    private CompletableFuture<@Nullable Standing> lookUp(AccountVersion key) {
        return blocking.call(() -> find(key).orElse(null)).toFuture();
    }

    private Optional<Standing> find(AccountVersion key) {
        return AccountClaims.currentSince(claims, key.accountId(), key.version())
                .map(since -> models.account(key.accountId(), since))
                .filter(AccountView::active)
                .map(account -> new Standing(
                        account.superuser(),
                        account.verified(),
                        SecondFactorClaims.isEnabled(claims, key.accountId())));
    }
}
