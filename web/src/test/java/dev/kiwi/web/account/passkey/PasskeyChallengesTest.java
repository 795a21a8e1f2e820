package dev.kiwi.web.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.embedded.MovableClock;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.web.account.passkey.Intent.Purpose;
import dev.kiwi.web.fixture.Stores;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Both stores keep alike, and one takes the place of the other. */
class PasskeyChallengesTest {
    private static final BlockingWork BLOCKING = new BlockingWork();
    private static DataSource database;
    private static RedisLink redis;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final Intent intent = new Intent(Purpose.STEP_UP, "65f1f7b0c0ffee0011223344", "65f1f7b0c0ffee0011223355");

    @BeforeAll
    static void stores() {
        database = TestStores.freshDatabase().dataSource();
        Flyway.configure()
                .dataSource(database)
                .schemas("web")
                .locations("classpath:db/web")
                .load()
                .migrate();
        redis = new RedisLink(Stores.redisUrl());
        Awaitility.await().until(redis::isConnected);
    }

    @AfterAll
    static void close() {
        redis.close();
        BLOCKING.close();
    }

    /** A Redis that is away. */
    private static final class Away implements ChallengeStore {
        @Override
        public Mono<Boolean> put(String hash, String meaning, Duration lifetime) {
            return Mono.error(new IllegalStateException("away"));
        }

        @Override
        public Mono<String> take(String hash) {
            return Mono.error(new IllegalStateException("away"));
        }
    }

    enum Store {
        REDIS,
        POSTGRES
    }

    private PasskeyChallenges challenges(Store store) {
        return new PasskeyChallenges(
                store == Store.REDIS ? new RedisChallenges(redis) : new Away(),
                new PostgresChallenges(JdbcClient.create(database), BLOCKING, clock),
                BLOCKING,
                clock);
    }

    private String made(Store store) {
        return challenges(store).make(intent).block().text();
    }

    @ParameterizedTest
    @EnumSource
    void isTakenOnceAlsoOfManyAtOnce(Store store) {
        String challenge = made(store);
        assertThat(challenge).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(made(store));
        assertThat(Flux.range(0, 8)
                        .flatMap(i -> challenges(store).take(challenge))
                        .collectList()
                        .block())
                .containsExactly(intent);
    }

    @ParameterizedTest
    @EnumSource
    void isOverAfterFiveMinutes(Store store) {
        String challenge = made(store);
        String second = made(store);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(challenges(store).take(challenge).block()).isEqualTo(intent);
        clock.advance(Duration.ofMillis(1));
        assertThat(challenges(store).take(second).block()).isNull();
    }

    @Test
    void oneThatWasMadeWithoutRedisIsGoodWhenItIsBack() {
        assertThat(challenges(Store.REDIS).take(made(Store.POSTGRES)).block()).isEqualTo(intent);
    }

    @Test
    void onesThatAreOverGoWithTheNextOne() {
        made(Store.POSTGRES);
        clock.advance(Duration.ofMinutes(6));
        made(Store.POSTGRES);
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from web.passkey_challenge where ends_at <= ?")
                        .param(Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLoginIsOfNobodyYet() {
        Intent login = new Intent(Purpose.LOGIN, null, null);
        assertThat(Intent.of(login.text(clock.instant().plusSeconds(1)), clock.instant()))
                .contains(login);
    }
}
