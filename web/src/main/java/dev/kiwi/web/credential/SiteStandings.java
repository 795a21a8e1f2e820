package dev.kiwi.web.credential;

import dev.kiwi.command.siteuser.SiteUserChanges;
import dev.kiwi.command.siteuser.SiteUserClaims;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Whether what was issued under a version of a site user still counts, by the committed claim of its current version.
 * Remembered for seconds, and forgotten on every node as soon as the site user changes.
 */
public final class SiteStandings implements SiteUserChanges {
    private static final String TOPIC = "site-user";
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final long MOST_REMEMBERED = 50_000;

    private final SiteUserClaims claims;
    private final Invalidations invalidations;
    private final CredentialCache<Version, Version> cache;
    private final BlockingWork blocking;

    SiteStandings(SiteUserClaims claims, Invalidations invalidations, BlockingWork blocking) {
        this.claims = claims;
        this.invalidations = invalidations;
        this.cache = new CredentialCache<>(invalidations, REMEMBERED, MOST_REMEMBERED);
        this.blocking = blocking;
        invalidations.subscribe(TOPIC, this::forget);
    }

    private record Version(String siteUserId, int version) {}

    /** False when the site user is gone or inactive, or has voided that version. */
    public Mono<Boolean> isCurrent(String siteUserId, int version) {
        // Cancelling one request must not cancel the look-up that others share.
        return Mono.fromFuture(() -> cache.get(new Version(siteUserId, version), this::lookUp), true)
                .hasElement();
    }

    private CompletableFuture<@Nullable Version> lookUp(Version key) {
        return blocking.call(() -> claims.isCurrent(key.siteUserId(), key.version()) ? key : null)
                .toFuture();
    }

    @Override
    public void siteUserChangesWithCommit(String siteUserId) {
        CurrentUnitOfWork.get().afterCommit(committed -> invalidations.publish(TOPIC, siteUserId));
    }

    private void forget(String siteUserId) {
        cache.forgetIf(
                key -> siteUserId.equals(Invalidations.ALL) || key.siteUserId().equals(siteUserId));
    }
}
