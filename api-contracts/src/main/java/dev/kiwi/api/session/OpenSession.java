package dev.kiwi.api.session;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Starts a session after a login. Leads to {@link SessionEvent.SessionOpened}.
 *
 * @param sessionId 24 lower-case hex digits, chosen by the sender
 * @param refreshTokenHash SHA-256 of the refresh token, never the token
 * @param lifetime until the session ends, whatever is refreshed meanwhile
 */
public record OpenSession(
        String sessionId,
        String accountId,
        String refreshTokenHash,
        @Nullable String device,
        Duration lifetime) {

    @TargetAggregateIdentifier
    public String aggregateId() {
        return SessionKey.of(sessionId);
    }
}
