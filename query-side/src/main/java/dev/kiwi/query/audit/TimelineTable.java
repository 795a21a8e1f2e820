package dev.kiwi.query.audit;

import dev.kiwi.api.audit.AddressFingerprints;
import dev.kiwi.api.audit.SearchTimeline.FromAddress;
import dev.kiwi.api.audit.SearchTimeline.OfAccount;
import dev.kiwi.api.audit.SearchTimeline.OfToken;
import dev.kiwi.api.audit.SearchTimeline.Whose;
import dev.kiwi.api.token.TokenKey;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Timelines out of {@code audit.history}. Each way in which an event can concern somebody is a search of its own, so that
 * each walks down its index and stops.
 */
final class TimelineTable {
    // Tokens and sessions are of one account for all their life; whatever else names an account tells it in each event.
    private static final String ACCOUNT = """
            with own as (
                select entity, type from audit.history
                where account_id = :id and type in ('token.TokenMinted', 'session.SessionOpened')
            ), concerning as (
                (select position from audit.history where account_id = :id and position < :before
                 order by position desc limit :limit)
                union
                (select position from audit.history
                 where actor_id = :id and actor_kind = 'account' and position < :before
                 order by position desc limit :limit)
                union
                (select h.position from own join audit.history h on h.entity = own.entity
                 where h.position < :before order by h.position desc limit :limit)
                union
                (select h.position from own join audit.history h on h.actor_id = substr(own.entity, 7)
                 where own.type = 'token.TokenMinted' and h.actor_kind = 'token' and h.position < :before
                 order by h.position desc limit :limit)
            )
            """;
    private static final String TOKEN = """
            with concerning as (
                (select position from audit.history where entity = :entity and position < :before
                 order by position desc limit :limit)
                union
                (select position from audit.history
                 where actor_id = :id and actor_kind = 'token' and position < :before
                 order by position desc limit :limit)
            )
            """;
    private static final String ADDRESS = """
            with concerning as (
                select position from audit.history where ip_fingerprint = :fingerprint and position < :before
                order by position desc limit :limit
            )
            """;
    private static final String ROWS = HistoryTable.SELECT
            + " where position in (select position from concerning) order by position desc limit :limit";

    private final JdbcClient jdbc;
    private final AddressFingerprints fingerprints;

    TimelineTable(JdbcClient jdbc, AddressFingerprints fingerprints) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
    }

    /** Newest first. */
    List<HistoryRow> search(Whose whose, long before, int limit) {
        return switch (whose) {
            case OfAccount of -> rows(ACCOUNT, Map.of("id", of.accountId()), before, limit);
            case OfToken of ->
                rows(TOKEN, Map.of("id", of.tokenId(), "entity", TokenKey.of(of.tokenId())), before, limit);
            case FromAddress from ->
                rows(ADDRESS, Map.of("fingerprint", fingerprints.of(from.address())), before, limit);
        };
    }

    private List<HistoryRow> rows(String concerning, Map<String, Object> parameters, long before, int limit) {
        return jdbc.sql(concerning + ROWS)
                .params(parameters)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> HistoryRow.of(row))
                .list();
    }
}
