package dev.kiwi.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.embedded.MovableClock;
import dev.kiwi.embedded.SilentPort;
import dev.kiwi.web.fixture.Stores;
import dev.kiwi.web.redis.RedisLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import redis.embedded.RedisServer;

class RedisOutageTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Bucket bucket = new Bucket("token:outage", new Limit(5, 60));

    @Test
    void limitsHoldOnThisNodeWhileRedisIsGoneAndAreSharedAgainWhenItIsBack() throws Exception {
        int port = Stores.freePort();
        RedisServer redis = Stores.redis(port);
        redis.start();
        try (RedisLink link = new RedisLink("redis://127.0.0.1:" + port)) {
            Awaitility.await().until(link::isConnected);
            RateLimits limits = limits(new RedisWindows(link));
            assertThat(passing(limits, 3)).isEqualTo(3);
            assertThat(limits.isDegraded()).isFalse();

            redis.stop();
            Awaitility.await().until(() -> !link.isConnected());
            // The window begins anew on this node: its full limit, not one more.
            assertThat(passing(limits, 20)).isEqualTo(5);
            assertThat(limits.isDegraded()).isTrue();
            assertThat(decisions("allowed")).isEqualTo(3 + 5);
            assertThat(decisions("refused")).isEqualTo(15);
            assertThat(meters.get("kiwi.ratelimit.degraded").gauge().value()).isOne();

            redis.start();
            Awaitility.await().until(link::isConnected);
            Awaitility.await().until(() -> {
                clock.advance(RedisBreaker.PROBE_EVERY);
                limits.consume(new Bucket("token:probe", new Limit(1000, 60))).block();
                return !limits.isDegraded();
            });
            assertThat(passing(limits, 20)).isEqualTo(5);
        } finally {
            redis.stop();
        }
    }

    @Test
    void aRedisThatWasNeverThereIsNoError() {
        try (SilentPort nobody = new SilentPort();
                RedisLink link = new RedisLink("redis://127.0.0.1:" + nobody.port())) {
            assertThat(passing(limits(new RedisWindows(link)), 20)).isEqualTo(5);
        }
    }

    @Test
    void aRedisThatHangsCostsOneTimeOutASecond() throws Exception {
        int port = Stores.freePort();
        RedisServer redis = Stores.redis(port);
        redis.start();
        try (RedisLink link = new RedisLink("redis://127.0.0.1:" + port)) {
            Awaitility.await().until(link::isConnected);
            AtomicInteger calls = new AtomicInteger();
            Windows shared = new RedisWindows(link);
            RateLimits limits = limits(new CountedWindows(shared, calls));
            hang(link);
            long begun = System.nanoTime();
            assertThat(passing(limits, 1000)).isEqualTo(5);
            assertThat(calls).hasValue(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(RedisWindows.CALL_TIMEOUT_MS + 750));

            clock.advance(RedisBreaker.PROBE_EVERY);
            passing(limits, 2);
            assertThat(calls).hasValue(2);
        } finally {
            redis.stop();
        }
    }

    @Test
    void requestsThatArriveTogetherShareCallsAndEachIsStillJudged() throws Exception {
        int port = Stores.freePort();
        RedisServer redis = Stores.redis(port);
        redis.start();
        try (RedisLink link = new RedisLink("redis://127.0.0.1:" + port)) {
            Awaitility.await().until(link::isConnected);
            Windows windows = new RedisWindows(link, 10_000);
            windows.consume(List.of(new Bucket("token:first", new Limit(1, 60))), clock.instant())
                    .block();
            link.commands()
                    .orElseThrow()
                    .configResetstat()
                    .toCompletableFuture()
                    .join();
            link.commands().orElseThrow().clientPause(300).toCompletableFuture().join();
            long passed = Flux.range(0, 60)
                    .flatMap(n -> windows.consume(List.of(bucket), clock.instant()), 60)
                    .filter(Outcome::allowed)
                    .count()
                    .block();
            assertThat(passed).isEqualTo(5);
            String stats = link.commands()
                    .orElseThrow()
                    .info("commandstats")
                    .toCompletableFuture()
                    .join();
            assertThat(stats).contains("cmdstat_evalsha:calls=" + (RedisWindows.CALLS + 1) + ",");
        } finally {
            redis.stop();
        }
    }

    private double decisions(String outcome) {
        return meters.get("kiwi.ratelimit.decisions")
                .tags("policy", "token", "outcome", outcome)
                .counter()
                .count();
    }

    /** For longer than two time-outs. */
    private static void hang(RedisLink link) {
        link.commands().orElseThrow().clientPause(5_000).toCompletableFuture().join();
    }

    private RateLimits limits(Windows shared) {
        return new RateLimits(new RedisBreaker(shared, new LocalWindows(), clock), clock, meters);
    }

    private long passing(RateLimits limits, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(n -> limits.consume(List.of(bucket)).block())
                .filter(Outcome::allowed)
                .count();
    }

    private record CountedWindows(Windows windows, AtomicInteger calls) implements Windows {
        @Override
        public Mono<Outcome> consume(List<Bucket> buckets, Instant now) {
            calls.incrementAndGet();
            return windows.consume(buckets, now);
        }

        @Override
        public Mono<List<BucketState>> look(List<Bucket> buckets, Instant now) {
            return windows.look(buckets, now);
        }
    }
}
