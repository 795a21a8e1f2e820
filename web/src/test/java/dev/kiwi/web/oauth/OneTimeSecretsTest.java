package dev.kiwi.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What waits for a sign-in to go on: handed out once, and nothing for whoever reads or writes Redis. */
class OneTimeSecretsTest {
    private static final BlockingWork BLOCKING = new BlockingWork();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static RedisLink redis;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final OneTimeSecrets secrets = secrets("a secret for tests only, long enough");

    @BeforeAll
    static void connect() {
        redis = new RedisLink(TestStores.redis().url());
        await().until(redis::isConnected);
    }

    @AfterAll
    static void close() {
        redis.close();
        BLOCKING.close();
    }

    private OneTimeSecrets secrets(String root) {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new OneTimeSecrets(redis, new Seal(new DerivedKeys(root).oneTimeSecrets()), BLOCKING, clock);
    }

    private static List<String> keys() throws ExecutionException, InterruptedException {
        return redis.commands()
                .orElseThrow()
                .keys("test-ots*")
                .toCompletableFuture()
                .get();
    }

    @Test
    void whatIsKeptIsHandedOutOnce() {
        String secret = secrets.keep("test-ots", "text: with : colons", MINUTE).block();
        assertThat(secret).matches("[A-Za-z0-9_-]{32}");
        assertThat(secrets.take("test-ots", secret).block()).isEqualTo("text: with : colons");
        assertThat(secrets.take("test-ots", secret).block()).isNull();
    }

    @Test
    void ofManyWhoComeAtOnceOneGetsIt() {
        String secret = secrets.keep("test-ots", "text", MINUTE).block();
        List<String> got = Flux.fromStream(IntStream.range(0, 20).boxed())
                .flatMap(i -> secrets.take("test-ots", secret), 20)
                .collectList()
                .block();
        assertThat(got).containsExactly("text");
    }

    @Test
    void anotherPurposeOrAnotherSecretFindsNothing() {
        String secret = secrets.keep("test-ots", "text", MINUTE).block();
        assertThat(secrets.take("test-ots2", secret).block()).isNull();
        assertThat(secrets.take("test-ots", "x".repeat(32)).block()).isNull();
        assertThat(secrets.take("test-ots", "").block()).isNull();
        assertThat(secrets.take("test-ots", secret).block()).isEqualTo("text");
    }

    @Test
    void afterItsTimeNothingIsLeft() {
        String secret = secrets.keep("test-ots", "text", MINUTE).block();
        now.set(now.get().plus(MINUTE));
        assertThat(secrets.take("test-ots", secret).block()).isNull();
    }

    @Test
    void redisSeesNeitherSecretNorTextAndForgetsBoth() throws Exception {
        List<String> before = keys();
        String secret = secrets.keep("test-ots", "a telling text", MINUTE).block();
        List<String> added = keys();
        added.removeAll(before);
        assertThat(added).hasSize(1);
        String name = added.getFirst();
        var commands = redis.commands().orElseThrow();
        assertThat(name + commands.get(name).get()).doesNotContain(secret, "telling");
        assertThat(commands.pttl(name).get()).isBetween(1L, MINUTE.toMillis());
    }

    @Test
    void whatSomebodyElseHasWrittenIsNothing() throws Exception {
        var commands = redis.commands().orElseThrow();
        for (String forged : List.of("0:text", "", "AAAA", "!")) {
            String secret = secrets.keep("test-ots", "text", MINUTE).block();
            commands.set(nameOf(secret), forged).get();
            assertThat(secrets.take("test-ots", secret).block()).isNull();
        }
        // An entry of another name, or of an installation with another key.
        String mine = secrets.keep("test-ots", "mine", MINUTE).block();
        String yours = secrets.keep("test-ots", "yours", MINUTE).block();
        commands.set(nameOf(mine), commands.get(nameOf(yours)).get()).get();
        assertThat(secrets.take("test-ots", mine).block()).isNull();
        assertThat(secrets("another secret, long enough too")
                        .take("test-ots", yours)
                        .block())
                .isNull();
    }

    private static String nameOf(String secret) {
        return "test-ots:" + dev.kiwi.api.formats.token.Sha256.hex(secret);
    }

    @Test
    void withoutRedisThatIsSaid() {
        try (RedisLink nowhere = new RedisLink("redis://127.0.0.1:1")) {
            OneTimeSecrets away = new OneTimeSecrets(
                    nowhere, new Seal(new DerivedKeys("x".repeat(32)).oneTimeSecrets()), BLOCKING, Clock.systemUTC());
            assertThatThrownBy(() -> away.keep("test-ots", "text", MINUTE).block())
                    .isInstanceOf(RedisIsAway.class);
            assertThatThrownBy(() -> away.take("test-ots", "secret").block()).isInstanceOf(RedisIsAway.class);
        }
    }

    /** RFC 7636, appendix B. */
    @Test
    void theChallengeIsThatOfTheStandard() {
        assertThat(Pkce.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
