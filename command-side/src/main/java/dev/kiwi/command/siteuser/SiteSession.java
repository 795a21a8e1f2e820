package dev.kiwi.command.siteuser;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.ExpireSiteSession;
import dev.kiwi.api.siteuser.OpenSiteSession;
import dev.kiwi.api.siteuser.RefreshSiteSession;
import dev.kiwi.api.siteuser.RevokeSiteSession;
import dev.kiwi.api.siteuser.SiteSessionKey;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteRefreshTokenReused;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionExpired;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionOpened;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRefreshed;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRevoked;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.refresh.RotatedTokens;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of a site user on one device: a family of refresh tokens, of which the newest is good. Whether the site
 * user has voided it is not known here; {@link SiteUserClaims} tells.
 */
final class SiteSession {
    @AggregateIdentifier
    private @Nullable String key;

    private String sessionId = "";
    private String siteUserId = "";
    private String refreshTokenHash = "";
    private RotatedTokens rotated = new RotatedTokens();
    private Instant expiresAt = Instant.MIN;
    private boolean revoked;
    private boolean forgotten;

    /** For Axon, before the first event is applied. */
    SiteSession() {}

    @CommandHandler
    SiteSession(OpenSiteSession command, Claims claims, Clock clock) {
        SiteSessionClaims.open(claims, command);
        Instant now = now(clock);
        apply(new SiteSessionOpened(
                command.sessionId(),
                command.siteUserId(),
                command.refreshTokenHash(),
                command.device(),
                now,
                now.plus(command.lifetime())));
    }

    @CommandHandler
    boolean decide(RefreshSiteSession command, Claims claims, Clock clock) {
        Instant now = now(clock);
        if (revoked || !now.isBefore(expiresAt)) {
            return false;
        }
        if (command.presentedHash().equals(refreshTokenHash)) {
            SiteSessionClaims.takeToken(claims, sessionId, command.nextHash());
            apply(new SiteSessionRefreshed(sessionId, siteUserId, command.nextHash(), command.device(), now));
            return true;
        }
        if (wasOurs(command.presentedHash(), claims) && !rotated.areRacing(command.presentedHash(), now)) {
            apply(new SiteRefreshTokenReused(sessionId, siteUserId, now));
            revoke(claims, now);
        }
        return false;
    }

    @CommandHandler
    void decide(RevokeSiteSession command, Claims claims, Clock clock) {
        Refusal.ifViolated(new SessionIsTheSiteUsers(siteUserId, command.siteUserId()));
        if (!revoked) {
            revoke(claims, now(clock));
        }
    }

    @CommandHandler
    void decide(ExpireSiteSession command, Claims claims, Clock clock) {
        Instant now = now(clock);
        if (!forgotten && !now.isBefore(expiresAt)) {
            SiteSessionClaims.forget(claims, sessionId, command.refreshTokenHashes());
            apply(new SiteSessionExpired(sessionId, siteUserId, now));
        }
    }

    private boolean wasOurs(String hash, Claims claims) {
        return SiteSessionClaims.sessionOf(claims, hash).equals(Optional.of(sessionId));
    }

    private void revoke(Claims claims, Instant now) {
        SiteSessionClaims.end(claims, sessionId);
        apply(new SiteSessionRevoked(sessionId, siteUserId, now));
    }

    @EventSourcingHandler
    void evolve(SiteSessionOpened event) {
        key = SiteSessionKey.of(event.sessionId());
        sessionId = event.sessionId();
        siteUserId = event.siteUserId();
        refreshTokenHash = event.refreshTokenHash();
        expiresAt = event.expiresAt();
    }

    @EventSourcingHandler
    void evolve(SiteSessionRefreshed event) {
        rotated.add(refreshTokenHash, event.refreshedAt());
        refreshTokenHash = event.refreshTokenHash();
    }

    @EventSourcingHandler
    void evolve(SiteSessionRevoked event) {
        revoked = true;
    }

    @EventSourcingHandler
    void evolve(SiteSessionExpired event) {
        forgotten = true;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
