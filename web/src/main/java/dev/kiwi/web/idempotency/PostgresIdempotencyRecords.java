package dev.kiwi.web.idempotency;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.CompanionRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code web.idempotency}; bodies are sealed with the identity as additional data. */
final class PostgresIdempotencyRecords implements IdempotencyRecords {
    /** Parameters behind a select are unknown to the planner, so that it keeps its plan and does not make one a call. */
    private static final String FIND = """
            select identity, status, content_type, body, fingerprint, expires_at > :now as kept, expires_at > :young as young
            from web.idempotency
            where identity = any((select :identities::text[])::text[])""";

    private final KeptAnswers answers;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final BodySeal seal;
    private final Clock clock;
    private final Duration lock;
    private final Duration keep;

    PostgresIdempotencyRecords(DataSource dataSource, BodySeal seal, Clock clock, Duration lock, Duration keep) {
        this.answers = new KeptAnswers(clock);
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.seal = seal;
        this.clock = clock;
        this.lock = lock;
        this.keep = keep;
    }

    @Override
    public List<Claim> find(List<String> identities) {
        Map<String, Claim> held = new HashMap<>();
        jdbc.sql(FIND)
                .param("identities", identities.toArray(String[]::new))
                .param("now", now())
                .param("young", now().plus(keep).minus(lock))
                .query(row -> {
                    if (row.getBoolean("kept")) {
                        held.put(row.getString("identity"), read(row.getString("identity"), row));
                    }
                });
        return identities.stream()
                .map(identity -> held.getOrDefault(identity, new Claim.Won(identity, UUID.randomUUID())))
                .toList();
    }

    private Claim read(String identity, ResultSet row) throws SQLException {
        int status = row.getInt("status");
        if (row.wasNull()) {
            return row.getBoolean("young") ? new Claim.InFlight() : new Claim.Unanswered();
        }
        byte[] body = row.getBytes("body");
        return new Claim.Done(new StoredAnswer(
                status,
                row.getString("content_type"),
                body == null ? null : seal.open(body, identity),
                row.getBytes("fingerprint")));
    }

    @Override
    public CompanionRow<?> row(Claim.Won attempt, @Nullable StoredAnswer answer) {
        return new CompanionRow<>(
                answers, answer == null ? KeptAnswers.Row.open(attempt, until(keep)) : kept(attempt, answer));
    }

    private KeptAnswers.Row kept(Claim.Won attempt, StoredAnswer answer) {
        byte[] body = answer.body();
        return new KeptAnswers.Row(
                attempt,
                answer.status(),
                answer.contentType(),
                body == null ? null : seal.close(body, attempt.identity()),
                until(keep),
                answer.fingerprint());
    }

    private Instant until(Duration time) {
        return clock.instant().plus(time);
    }

    @Override
    public void store(Claim.Won attempt, StoredAnswer answer) {
        try (Connection connection = dataSource.getConnection()) {
            answers.write(connection, List.of(kept(attempt, answer)));
        } catch (Refusal _) {
            // The faster one answers for both.
        } catch (SQLException e) {
            throw new IllegalStateException("The answer was not stored", e);
        }
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from web.idempotency where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
