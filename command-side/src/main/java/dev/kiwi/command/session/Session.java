package dev.kiwi.command.session;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.ExpireSession;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.session.RefreshSession;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.api.session.SessionEvent.RefreshTokenReused;
import dev.kiwi.api.session.SessionEvent.SessionExpired;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRefreshed;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.api.session.SessionKey;
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
 * One login on one device: a family of refresh tokens, of which the newest is good. Whether its account has voided it
 * is not known here; {@link SessionClaims} tells.
 */
final class Session {
    @AggregateIdentifier
    private @Nullable String key;

    private String sessionId = "";
    private String accountId = "";
    private String refreshTokenHash = "";
    private RotatedTokens rotated = new RotatedTokens();
    private Instant expiresAt = Instant.MIN;
    private boolean revoked;
    private boolean forgotten;

    /** For Axon, before the first event is applied. */
    Session() {}

    @CommandHandler
    Session(OpenSession command, Claims claims, Clock clock) {
        SessionClaims.open(claims, command);
        Instant now = now(clock);
        apply(new SessionOpened(
                command.sessionId(),
                command.accountId(),
                command.refreshTokenHash(),
                command.device(),
                now,
                now.plus(command.lifetime())));
        OpenSession.Newcomer newcomer = command.newcomer();
        if (newcomer != null) {
            apply(new UnfamiliarSignIn(command.sessionId(), command.accountId(), command.device(), newcomer.ip(), now));
        }
    }

    @CommandHandler
    boolean decide(RefreshSession command, Claims claims, Clock clock) {
        Instant now = now(clock);
        if (revoked || !now.isBefore(expiresAt)) {
            return false;
        }
        if (command.presentedHash().equals(refreshTokenHash)) {
            SessionClaims.takeToken(claims, sessionId, command.nextHash());
            apply(new SessionRefreshed(sessionId, accountId, command.nextHash(), command.device(), now));
            return true;
        }
        if (wasOurs(command.presentedHash(), claims) && !rotated.areRacing(command.presentedHash(), now)) {
            apply(new RefreshTokenReused(sessionId, accountId, now));
            revoke(claims, now);
        }
        return false;
    }

    @CommandHandler
    void decide(RevokeSession command, Claims claims, Clock clock) {
        Refusal.ifViolated(new SessionBelongsToAccount(accountId, command.accountId()));
        if (!revoked) {
            revoke(claims, now(clock));
        }
    }

    @CommandHandler
    void decide(ExpireSession command, Claims claims, Clock clock) {
        Instant now = now(clock);
        if (!forgotten && !now.isBefore(expiresAt)) {
            SessionClaims.forget(claims, sessionId, command.refreshTokenHashes());
            apply(new SessionExpired(sessionId, accountId, now));
        }
    }

    private boolean wasOurs(String hash, Claims claims) {
        return SessionClaims.sessionOf(claims, hash).equals(Optional.of(sessionId));
    }

    private void revoke(Claims claims, Instant now) {
        SessionClaims.end(claims, sessionId);
        apply(new SessionRevoked(sessionId, accountId, now));
    }

    @EventSourcingHandler
    void evolve(SessionOpened event) {
        key = SessionKey.of(event.sessionId());
        sessionId = event.sessionId();
        accountId = event.accountId();
        refreshTokenHash = event.refreshTokenHash();
        expiresAt = event.expiresAt();
    }

    @EventSourcingHandler
    void evolve(SessionRefreshed event) {
        rotated.add(refreshTokenHash, event.refreshedAt());
        refreshTokenHash = event.refreshTokenHash();
    }

    @EventSourcingHandler
    void evolve(SessionRevoked event) {
        revoked = true;
    }

    @EventSourcingHandler
    void evolve(SessionExpired event) {
        forgotten = true;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
