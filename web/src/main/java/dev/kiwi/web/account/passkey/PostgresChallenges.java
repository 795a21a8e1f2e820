package dev.kiwi.web.account.passkey;

import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

/** For all nodes, in {@code web.passkey_challenge}, while Redis is away. */
final class PostgresChallenges implements ChallengeStore {
    private final JdbcClient jdbc;
    private final BlockingWork blocking;
    private final Clock clock;

    PostgresChallenges(JdbcClient jdbc, BlockingWork blocking, Clock clock) {
        this.jdbc = jdbc;
        this.blocking = blocking;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> put(String hash, String meaning, Duration lifetime) {
        return blocking.call(() -> {
            Instant now = clock.instant();
            jdbc.sql("delete from web.passkey_challenge where ends_at <= :now")
                    .param("now", time(now))
                    .update();
            jdbc.sql("insert into web.passkey_challenge (hash, meaning, ends_at) values (:hash, :meaning, :end)")
                    .param("hash", hash)
                    .param("meaning", meaning)
                    .param("end", time(now.plus(lifetime)))
                    .update();
            return true;
        });
    }

    @Override
    public Mono<String> take(String hash) {
        return blocking.call(() -> jdbc.sql("delete from web.passkey_challenge where hash = :hash returning meaning")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .orElse(null));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
