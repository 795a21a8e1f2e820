package dev.kiwi.command.session;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.session.SessionKey;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * One login on one device. Its refresh token's hash is claimed while it can be used, so that a refresh finds the
 * session in the committed truth.
 */
final class Session {
    private static final String REFRESH_HASH = "refresh_hash";

    @AggregateIdentifier
    private @Nullable String key;

    private String sessionId = "";
    private String accountId = "";
    private String refreshTokenHash = "";
    private boolean revoked;

    /** For Axon, before the first event is applied. */
    Session() {}

    @CommandHandler
    Session(OpenSession command, Claims claims, Clock clock) {
        claims.claim(REFRESH_HASH, command.refreshTokenHash(), SessionKey.of(command.sessionId()));
        Instant now = now(clock);
        apply(new SessionOpened(
                command.sessionId(),
                command.accountId(),
                command.refreshTokenHash(),
                command.device(),
                now,
                now.plus(command.lifetime())));
    }

    @CommandHandler
    void decide(RevokeSession command, Claims claims, Clock clock) {
        Refusal.ifViolated(new SessionBelongsToAccount(accountId, command.accountId()));
        if (!revoked) {
            claims.release(REFRESH_HASH, refreshTokenHash);
            apply(new SessionRevoked(sessionId, accountId, now(clock)));
        }
    }

    @EventSourcingHandler
    void evolve(SessionOpened event) {
        key = SessionKey.of(event.sessionId());
        sessionId = event.sessionId();
        accountId = event.accountId();
        refreshTokenHash = event.refreshTokenHash();
    }

    @EventSourcingHandler
    void evolve(SessionRevoked event) {
        revoked = true;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
