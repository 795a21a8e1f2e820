package dev.kiwi.web.account.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.EmailFingerprints;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.web.fixture.Stores;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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
import redis.embedded.RedisServer;

/** Both stores count alike, and one takes the place of the other. */
class LockoutTest {
    private static final LockoutLimits LIMITS = new LockoutLimits(3, Duration.ofSeconds(900), Duration.ofSeconds(900));
    private static final BlockingWork BLOCKING = new BlockingWork();
    private static DataSource database;
    private static RedisLink redis;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final EmailFingerprints fingerprints =
            new EmailFingerprints(new DerivedKeys("a secret for tests only, long enough").emailClaims());
    private final EmailAddress email =
            EmailAddress.parse(UUID.randomUUID() + "@kiwi.example").orElseThrow();

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

    enum Store {
        REDIS,
        POSTGRES
    }

    private FailedLogins failedLogins(Store store, LockoutLimits limits) {
        return store == Store.REDIS ? new RedisFailedLogins(redis, limits) : inPostgres(limits);
    }

    private FailedLogins inPostgres(LockoutLimits limits) {
        return new PostgresFailedLogins(JdbcClient.create(database), BLOCKING, clock, limits);
    }

    private Lockout lockout(Store store) {
        return new Lockout(failedLogins(store, LIMITS), inPostgres(LIMITS), fingerprints);
    }

    private Refusal check(Lockout lockout) {
        return catchThrowableOfType(Refusal.class, () -> lockout.check(email).block());
    }

    @ParameterizedTest
    @EnumSource
    void theThirdFailureLocks(Store store) {
        Lockout lockout = lockout(store);
        lockout.failed(email).block();
        lockout.failed(email).block();
        assertThat(check(lockout)).isNull();
        lockout.failed(email).block();
        Refusal refusal = check(lockout);
        assertThat(refusal.code()).isEqualTo(ErrorCode.ACCOUNT_LOCKED);
        assertThat((Long) ((Map<?, ?>) refusal.details()).get("retry_after")).isBetween(890L, 900L);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasUnderWayWhenTheLockFellLearnsOnlyOfTheLock(Store store) {
        Lockout lockout = lockout(store);
        Flux.range(0, 3).concatMap(i -> lockout.failed(email)).blockLast();
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> lockout.failed(email).block())
                        .code())
                .isEqualTo(ErrorCode.ACCOUNT_LOCKED);
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> lockout.passed(email).block())
                        .code())
                .isEqualTo(ErrorCode.ACCOUNT_LOCKED);
        assertThat(check(lockout)).as("the lock stays").isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyFailuresAtOnceTheFirstThreeAreCounted(Store store) {
        FailedLogins logins = failedLogins(store, LIMITS);
        long counted = Flux.range(0, 20)
                .flatMap(i -> logins.failed(fingerprints.of(email)), 20)
                .filter(Duration::isZero)
                .count()
                .block();
        assertThat(counted).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessForgetsTheFailuresBeforeIt(Store store) {
        Lockout lockout = lockout(store);
        lockout.failed(email).block();
        lockout.failed(email).block();
        lockout.passed(email).block();
        lockout.failed(email).block();
        lockout.failed(email).block();
        assertThat(check(lockout)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverProvesTheAddressEndsTheLock(Store store) {
        Lockout lockout = lockout(store);
        Flux.range(0, 3).concatMap(i -> lockout.failed(email)).blockLast();
        lockout.forget(fingerprints.of(email)).block();
        assertThat(check(lockout)).isNull();
        lockout.failed(email).block();
        assertThat(check(lockout)).isNull();
    }

    /** Redis keeps its own time, so its windows are short here. */
    @Test
    void inRedisFailuresAndLocksEndByThemselves() {
        FailedLogins logins =
                failedLogins(Store.REDIS, new LockoutLimits(2, Duration.ofMillis(150), Duration.ofMillis(300)));
        String subject = fingerprints.of(email);
        logins.failed(subject).block();
        Awaitility.await()
                .until(() -> redis.commands()
                                .orElseThrow()
                                .exists("loginfail:" + subject)
                                .toCompletableFuture()
                                .join()
                        == 0);
        logins.failed(subject).block();
        assertThat(logins.lockedFor(subject).block())
                .as("the first has run out")
                .isZero();
        logins.failed(subject).block();
        assertThat(logins.lockedFor(subject).block()).isPositive();
        Awaitility.await().until(() -> logins.lockedFor(subject).block().isZero());
    }

    @Test
    void inPostgresFailuresAndLocksEndByTheClockAndLeaveNothingBehind() {
        FailedLogins logins = failedLogins(Store.POSTGRES, LIMITS);
        String subject = fingerprints.of(email);
        logins.failed(subject).block();
        logins.failed(subject).block();
        clock.advance(LIMITS.window());
        logins.failed(subject).block();
        assertThat(logins.lockedFor(subject).block()).as("two have run out").isZero();
        logins.failed(subject).block();
        logins.failed(subject).block();
        assertThat(logins.lockedFor(subject).block()).isEqualTo(LIMITS.lock());
        clock.advance(LIMITS.lock());
        assertThat(logins.lockedFor(subject).block()).isZero();
        logins.failed("another").block();
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from web.failed_login where subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theAddressItselfIsStoredNowhere() {
        Lockout lockout = lockout(Store.POSTGRES);
        lockout.failed(email).block();
        assertThat(JdbcClient.create(database)
                        .sql("select subject from web.failed_login")
                        .query(String.class)
                        .list())
                .contains(fingerprints.of(email))
                .noneMatch(subject -> subject.contains("@"));
    }

    @Test
    void whileRedisIsAwayFailuresCountInPostgres() throws Exception {
        int port = Stores.freePort();
        RedisServer server = Stores.redis(port);
        server.start();
        try (RedisLink link = new RedisLink("redis://127.0.0.1:" + port)) {
            Awaitility.await().until(link::isConnected);
            Lockout lockout = new Lockout(new RedisFailedLogins(link, LIMITS), inPostgres(LIMITS), fingerprints);
            lockout.failed(email).block();
            server.stop();
            Awaitility.await().until(() -> !link.isConnected());
            Flux.range(0, 3).concatMap(i -> lockout.failed(email)).blockLast();
            assertThat(check(lockout)).isNotNull();

            server.start();
            Awaitility.await().until(link::isConnected);
            assertThat(check(lockout)).as("Redis counts again").isNull();
        } finally {
            server.stop();
        }
    }
}
