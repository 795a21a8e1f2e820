package dev.kiwi.web.session;

import dev.kiwi.api.session.SessionView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as its owner sees it (platform.md 4.3). @param current whether it is the one that asks */
record SessionPublic(
        String id, @Nullable String device, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {

    static SessionPublic of(SessionView session, String currentId) {
        return new SessionPublic(
                session.id(),
                session.device(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(currentId));
    }
}
