package dev.kiwi.projection.session;

import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Rows of {@code incident}: what the owner of an account should know of. Addresses are not among it. */
final class IncidentRows {
    private final ReadModel model;

    IncidentRows(ReadModel model) {
        this.model = model;
    }

    void add(String accountId, String kind, Instant at, TrackingToken token) {
        add(accountId, kind, null, null, at, token);
    }

    void add(
            String accountId,
            String kind,
            @Nullable String sessionId,
            @Nullable String device,
            Instant at,
            TrackingToken token) {
        model.change(
                "insert into incident (position, account_id, kind, session_id, device, at) values (?, ?, ?, ?, ?, ?)",
                token.position().orElseThrow(),
                accountId,
                kind,
                sessionId,
                device,
                Timestamp.from(at));
    }

    void forget(String accountId) {
        model.change("delete from incident where account_id = ?", accountId);
    }
}
