package dev.kiwi.api.session;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Starts a session after a login. Leads to {@link SessionEvent.SessionOpened}, and to
 * {@link SessionEvent.UnfamiliarSignIn} where the device is a new one.
 *
 * @param sessionId 24 lower-case hex digits, chosen by the sender
 * @param tokenVersion the account's when it proved itself; the session ends with it
 * @param refreshTokenHash SHA-256 of the refresh token, never the token
 * @param lifetime until the session ends, whatever is refreshed meanwhile
 * @param newcomer null for a device that the account has a session of, and where no login has taken place
 */
public record OpenSession(
        String sessionId,
        String accountId,
        int tokenVersion,
        String refreshTokenHash,
        @Nullable String device,
        Duration lifetime,
        @Nullable Newcomer newcomer) {

    /** A device that the account has no session of. @param ip where the login came from; null when that is unknown */
    public record Newcomer(@Nullable String ip) {}

    @TargetAggregateIdentifier
    public String aggregateId() {
        return SessionKey.of(sessionId);
    }
}
