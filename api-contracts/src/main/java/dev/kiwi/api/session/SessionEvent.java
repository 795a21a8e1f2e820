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

    @EventType(name = "session.SessionRevoked")
    record SessionRevoked(String sessionId, String accountId, Instant revokedAt) implements SessionEvent {}
}
