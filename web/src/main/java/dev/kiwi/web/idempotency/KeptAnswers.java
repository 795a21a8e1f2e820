package dev.kiwi.web.idempotency;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.CompanionTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes answers, one statement for all; bodies come sealed. The first attempt that writes has the identity. */
final class KeptAnswers implements CompanionTable<KeptAnswers.Row> {
    private static final String WRITE = """
            insert into web.idempotency as held (identity, claim, status, content_type, body, expires_at, fingerprint)
            select * from unnest(?::text[], ?::uuid[], ?::integer[], ?::text[], ?::bytea[], ?::timestamptz[],
                ?::bytea[])
            on conflict (identity) do update
            set claim = excluded.claim, status = excluded.status, content_type = excluded.content_type, body = excluded.body,
                expires_at = excluded.expires_at, fingerprint = excluded.fingerprint
            where held.claim = excluded.claim or held.expires_at <= ?
            returning identity""";

    private final Clock clock;

    KeptAnswers(Clock clock) {
        this.clock = clock;
    }

    /** @param status null while there is no answer */
    record Row(
            Claim.Won claim,
            @Nullable Integer status,
            @Nullable String contentType,
            byte @Nullable [] body,
            Instant until,
            byte @Nullable [] fingerprint) {
        static Row open(Claim.Won attempt, Instant until) {
            return new Row(attempt, null, null, null, until, null);
        }
    }

    @Override
    public void write(Connection connection, List<Row> given) throws SQLException {
        // In the same order everywhere, so that two writers never wait for each other.
        List<Row> rows = given.stream()
                .sorted(Comparator.comparing(row -> row.claim().identity()))
                .toList();
        Set<String> written = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            array(connection, statement, 1, "text", rows, row -> row.claim().identity());
            array(connection, statement, 2, "uuid", rows, row -> row.claim().id());
            array(connection, statement, 3, "integer", rows, Row::status);
            array(connection, statement, 4, "text", rows, Row::contentType);
            bytes(connection, statement, 5, rows, Row::body);
            array(connection, statement, 6, "timestamptz", rows, row -> Timestamp.from(row.until()));
            bytes(connection, statement, 7, rows, Row::fingerprint);
            statement.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    written.add(result.getString(1));
                }
            }
        }
        if (!rows.stream().allMatch(row -> written.contains(row.claim().identity()))) {
            throw new Refusal(ErrorCode.CONFLICT, "Another request with this Idempotency-Key was faster.");
        }
    }

    private static void bytes(
            Connection connection,
            PreparedStatement statement,
            int index,
            List<Row> rows,
            Function<Row, byte @Nullable []> column)
            throws SQLException {
        statement.setArray(
                index,
                connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new)));
    }

    private static void array(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            List<Row> rows,
            Function<Row, @Nullable Object> column)
            throws SQLException {
        statement.setArray(
                index, connection.createArrayOf(type, rows.stream().map(column).toArray()));
    }
}
