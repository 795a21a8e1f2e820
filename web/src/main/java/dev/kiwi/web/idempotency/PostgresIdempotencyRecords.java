package dev.kiwi.web.idempotency;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.CompanionRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code web.idempotency}; bodies are sealed with the identity as additional data. */
final class PostgresIdempotencyRecords implements IdempotencyRecords {
    private final KeptAnswers answers = new KeptAnswers();
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final BodySeal seal;
    private final Clock clock;
    private final Duration lock;
    private final Duration keep;

    PostgresIdempotencyRecords(DataSource dataSource, BodySeal seal, Clock clock, Duration lock, Duration keep) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.seal = seal;
        this.clock = clock;
        this.lock = lock;
        this.keep = keep;
    }

    @Override
    public List<Claim> claim(List<String> identities) {
        Map<String, UUID> asked = new TreeMap<>();
        identities.forEach(identity -> asked.put(identity, UUID.randomUUID()));
        Map<String, Claim> claims = new HashMap<>();
        won(asked).forEach(won -> claims.put(won.identity(), won));
        asked.keySet().removeAll(claims.keySet());
        if (!asked.isEmpty()) {
            claims.putAll(held(asked.keySet()));
        }
        // Taken out, so that the second of two equal ones waits for the first; released between the two statements, the
        // next try will win.
        return identities.stream()
                .map(identity -> Optional.ofNullable(claims.remove(identity)).orElseGet(Claim.InFlight::new))
                .toList();
    }

    private List<Claim.Won> won(Map<String, UUID> asked) {
        // They keep others off while these run; a crash ends that anyway, so nobody has to wait for the disk.
        return jdbc.sql("""
                        with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
                        insert into web.idempotency as held (identity, claim, expires_at)
                        select asked.identity, asked.claim, :until
                        from unhurried, unnest(:identities::text[], :claims::uuid[]) as asked (identity, claim)
                        on conflict (identity) do update
                        set claim = excluded.claim, expires_at = excluded.expires_at,
                            status = null, content_type = null, body = null, fingerprint = null
                        where held.expires_at <= :now
                        returning identity, claim
                        """)
                .param("identities", asked.keySet().toArray(String[]::new))
                .param("claims", asked.values().toArray(UUID[]::new))
                .param("until", now().plus(lock))
                .param("now", now())
                .query((row, _) -> new Claim.Won(row.getString(1), row.getObject(2, UUID.class)))
                .list();
    }

    private Map<String, Claim> held(Set<String> identities) {
        Map<String, Claim> held = new HashMap<>();
        jdbc.sql("""
                        select identity, status, content_type, body, fingerprint from web.idempotency
                        where identity = any(:identities::text[])
                        """).param("identities", identities.toArray(String[]::new)).query(row -> {
            held.put(row.getString("identity"), read(row.getString("identity"), row));
        });
        return held;
    }

    private Claim read(String identity, ResultSet row) throws SQLException {
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Claim.InFlight();
        }
        byte[] body = row.getBytes("body");
        return new Claim.Done(new StoredAnswer(
                status,
                row.getString("content_type"),
                body == null ? null : seal.open(body, identity),
                row.getBytes("fingerprint")));
    }

    @Override
    public CompanionRow<?> row(Claim.Won claim, StoredAnswer answer) {
        return new CompanionRow<>(answers, kept(claim, answer));
    }

    private KeptAnswers.Row kept(Claim.Won claim, StoredAnswer answer) {
        byte[] body = answer.body();
        return new KeptAnswers.Row(
                claim,
                answer.status(),
                answer.contentType(),
                body == null ? null : seal.close(body, claim.identity()),
                clock.instant().plus(keep),
                answer.fingerprint());
    }

    @Override
    public void store(Claim.Won claim, StoredAnswer answer) {
        try (Connection connection = dataSource.getConnection()) {
            answers.write(connection, List.of(kept(claim, answer)));
        } catch (Refusal _) {
            // Its successor answers for both.
        } catch (SQLException e) {
            throw new IllegalStateException("The answer was not stored", e);
        }
    }

    @Override
    public void release(Claim.Won claim) {
        jdbc.sql("delete from web.idempotency where identity = :identity and claim = :claim and status is null")
                .param("identity", claim.identity())
                .param("claim", claim.id())
                .update();
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
