package dev.kiwi.api.session;

import dev.kiwi.api.kernel.Confidential;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a session. */
public sealed interface SessionEvent {
    /** 24 lower-case hex digits. */
    String sessionId();

    /**
     * @param refreshTokenHash SHA-256, lower-case hex
     * @param device coarse label such as {@code Firefox on Linux}
     * @param expiresAt absolute: refreshing does not extend it
     */
    @EventType(name = "session.SessionOpened")
    record SessionOpened(
            String sessionId,
            @DataSubject String accountId,
            @Confidential String refreshTokenHash,
            @PersonalData @Nullable String device,
            Instant openedAt,
            Instant expiresAt)
            implements SessionEvent {}

    /**
     * A login from a device that this account has no session of; the owner is told by mail.
     *
     * @param ip where it came from
     */
    @EventType(name = "session.UnfamiliarSignIn")
    record UnfamiliarSignIn(
            String sessionId,
            @DataSubject String accountId,
            @PersonalData @Nullable String device,
            @PersonalData @Nullable String ip,
            Instant signedInAt)
            implements SessionEvent {}

    /** The refresh token was exchanged for the next one; the old one is dead. */
    @EventType(name = "session.SessionRefreshed")
    record SessionRefreshed(
            String sessionId,
            @DataSubject String accountId,
            @Confidential String refreshTokenHash,
            @PersonalData @Nullable String device,
            Instant refreshedAt)
            implements SessionEvent {}

    /** A refresh token that had been exchanged was presented again, after the grace period: somebody has a copy. */
    @EventType(name = "session.RefreshTokenReused")
    record RefreshTokenReused(String sessionId, String accountId, Instant presentedAt) implements SessionEvent {}

    @EventType(name = "session.SessionRevoked")
    record SessionRevoked(String sessionId, String accountId, Instant revokedAt) implements SessionEvent {}

    /** Its time was over long since, and with it that of every refresh token that it had. */
    @EventType(name = "session.SessionExpired")
    record SessionExpired(String sessionId, String accountId, Instant expiredAt) implements SessionEvent {}
}
