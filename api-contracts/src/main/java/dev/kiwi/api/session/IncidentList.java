package dev.kiwi.api.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to the security of one account, newest first. */
public record IncidentList(List<Incident> items) {

    /**
     * @param kind slug, for example {@code refresh_token_reused}
     * @param sessionId null where it concerns no single session
     * @param device coarse label; null where none is known
     */
    public record Incident(
            String kind,
            @Nullable String sessionId,
            @Nullable String device,
            Instant at) {}
}
