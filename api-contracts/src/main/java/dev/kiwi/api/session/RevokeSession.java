package dev.kiwi.api.session;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a session: its refresh token is dead at once. Leads to {@link SessionEvent.SessionRevoked}, or to nothing when
 * it is revoked; refused with {@code not_found} when it is not the account's.
 */
public record RevokeSession(String sessionId, String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SessionKey.of(sessionId);
    }
}
