package dev.kiwi.api.session;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a session's refresh token for the next one. Answers with a {@code Boolean}: true, and
 * {@link SessionEvent.SessionRefreshed} has happened; false, and the caller has no valid token. False is also the
 * answer for a token that was exchanged before; more than ten seconds after that exchange it also leads to
 * {@link SessionEvent.RefreshTokenReused} and {@link SessionEvent.SessionRevoked}.
 *
 * @param presentedHash SHA-256 of the refresh token that was presented
 * @param nextHash SHA-256 of the one that takes its place
 */
public record RefreshSession(
        String sessionId,
        String presentedHash,
        String nextHash,
        @Nullable String device) {

    @TargetAggregateIdentifier
    public String aggregateId() {
        return SessionKey.of(sessionId);
    }
}
