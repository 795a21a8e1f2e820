package dev.kiwi.web.account.lockout;

import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

/** For all nodes, in {@code web.failed_login}, while Redis is away. */
final class PostgresFailedLogins implements FailedLogins {
    private final JdbcClient jdbc;
    private final BlockingWork blocking;
    private final Clock clock;
    private final LockoutLimits limits;

    PostgresFailedLogins(JdbcClient jdbc, BlockingWork blocking, Clock clock, LockoutLimits limits) {
        this.jdbc = jdbc;
        this.blocking = blocking;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public Mono<Duration> lockedFor(String subject) {
        return blocking.call(() -> left(subject, clock.instant()));
    }

    @Override
    public Mono<Duration> failed(String subject) {
        return blocking.call(() -> {
            Instant now = clock.instant();
            deleteWhatIsOver(now);
            return isCounted(subject, now) ? Duration.ZERO : left(subject, now);
        });
    }

    @Override
    public Mono<Duration> passed(String subject) {
        return blocking.call(() -> {
            Instant now = clock.instant();
            jdbc.sql("""
                            delete from web.failed_login
                            where subject = :subject and (locked_until is null or locked_until <= :now)""").param("subject", subject).param("now", time(now)).update();
            return left(subject, now);
        });
    }

    @Override
    public Mono<Void> forget(String subject) {
        return blocking.run(() -> jdbc.sql("delete from web.failed_login where subject = :subject")
                .param("subject", subject)
                .update());
    }

    /** False when it is locked. */
    private boolean isCounted(String subject, Instant now) {
        return jdbc.sql("""
                        insert into web.failed_login as known (subject, failures, counted_until, locked_until)
                        values (:subject, 1, :window, case when 1 >= :most then :lock::timestamptz end)
                        on conflict (subject) do update set
                            failures = case when known.counted_until > :now then known.failures + 1 else 1 end,
                            counted_until = case when known.counted_until > :now
                                then known.counted_until else excluded.counted_until end,
                            locked_until = case when :most <=
                                case when known.counted_until > :now then known.failures + 1 else 1 end
                                then :lock::timestamptz end
                        where known.locked_until is null or known.locked_until <= :now""")
                        .param("subject", subject)
                        .param("most", limits.failures())
                        .param("now", time(now))
                        .param("window", time(now.plus(limits.window())))
                        .param("lock", time(now.plus(limits.lock())))
                        .update()
                == 1;
    }

    private Duration left(String subject, Instant now) {
        return jdbc.sql("select locked_until from web.failed_login where subject = :subject and locked_until > :now")
                .param("subject", subject)
                .param("now", time(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .orElse(Duration.ZERO);
    }

    private void deleteWhatIsOver(Instant now) {
        jdbc.sql("""
                        delete from web.failed_login
                        where counted_until <= :now and (locked_until is null or locked_until <= :now)""").param("now", time(now)).update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
