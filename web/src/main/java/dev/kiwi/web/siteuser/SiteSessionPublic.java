package dev.kiwi.web.siteuser;

import dev.kiwi.api.session.SessionView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as its site user sees it (site-users.md 5). @param current whether it is the one that asks */
record SiteSessionPublic(
        String id, @Nullable String device, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {

    static SiteSessionPublic of(SessionView session, String currentId) {
        return new SiteSessionPublic(
                session.id(),
                session.device(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(currentId));
    }
}
