package dev.kiwi.web.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code web.idempotency}; bodies are sealed with the identity as additional data. */
final class PostgresIdempotencyRecords implements IdempotencyRecords {
    private final JdbcClient jdbc;
    private final BodySeal seal;
    private final Clock clock;
    private final Duration lock;
    private final Duration keep;

    PostgresIdempotencyRecords(JdbcClient jdbc, BodySeal seal, Clock clock, Duration lock, Duration keep) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
        this.lock = lock;
        this.keep = keep;
    }

    @Override
    public Claim claim(String identity) {
        UUID id = UUID.randomUUID();
        // It keeps others off while this one runs; a crash ends that anyway, so nobody has to wait for the disk.
        int won = jdbc.sql("""
                        with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
                        insert into web.idempotency as held (identity, claim, expires_at)
                        select :identity, :claim, :until from unhurried
                        on conflict (identity) do update
                        set claim = excluded.claim, expires_at = excluded.expires_at,
                            status = null, content_type = null, body = null
                        where held.expires_at <= :now
                        """)
                .param("identity", identity)
                .param("claim", id)
                .param("until", now().plus(lock))
                .param("now", now())
                .update();
        return won == 1 ? new Claim.Won(identity, id) : held(identity);
    }

    private Claim held(String identity) {
        return jdbc.sql("select status, content_type, body from web.idempotency where identity = :identity")
                .param("identity", identity)
                .query((row, number) -> read(identity, row))
                .optional()
                // Released between the two statements: the next try will win.
                .orElseGet(Claim.InFlight::new);
    }

    private Claim read(String identity, ResultSet row) throws SQLException {
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Claim.InFlight();
        }
        byte[] body = row.getBytes("body");
        return new Claim.Done(new StoredAnswer(
                status, row.getString("content_type"), body == null ? null : seal.open(body, identity)));
    }

    @Override
    public void store(Claim.Won claim, StoredAnswer answer) {
        byte[] body = answer.body();
        jdbc.sql("""
                        update web.idempotency
                        set status = :status, content_type = :type, body = :body, expires_at = :until
                        where identity = :identity and claim = :claim
                        """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("body", body == null ? null : seal.close(body, claim.identity()), java.sql.Types.BINARY)
                .param("until", now().plus(keep))
                .param("identity", claim.identity())
                .param("claim", claim.id())
                .update();
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
