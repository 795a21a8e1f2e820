package dev.kiwi.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Stores;
import dev.kiwi.web.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** The sentences of the package note, measured on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlidingWindowTest {
    /** Allowed deviation of the number of passed requests: none. */
    private static final int ALLOWED_ERROR = 0;

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private RedisLink link;

    enum Store {
        REDIS,
        LOCAL
    }

    @BeforeAll
    void connect() {
        link = new RedisLink(Stores.redisUrl());
        Awaitility.await().until(link::isConnected);
    }

    @AfterAll
    void disconnect() {
        link.close();
    }

    private Windows windows(Store store) {
        return store == Store.REDIS ? new RedisWindows(link) : new LocalWindows();
    }

    private static Bucket bucket(int max, int windowSeconds) {
        return new Bucket("test:" + UUID.randomUUID(), new Limit(max, windowSeconds));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void exactlyTheLimitPassesUnder64ParallelCallers(Store store) throws Exception {
        Windows windows = windows(store);
        Bucket bucket = bucket(100, 60);
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> passed = IntStream.range(0, 64)
                    .mapToObj(caller -> threads.submit(() -> {
                        start.await();
                        return Flux.range(0, 10)
                                .concatMap(n -> windows.consume(List.of(bucket), START))
                                .filter(Outcome::allowed)
                                .count()
                                .block();
                    }))
                    .toList();
            start.countDown();
            long total = 0;
            for (Future<Long> caller : passed) {
                total += caller.get();
            }
            assertThat(total).isEqualTo(100);
        }
    }

    static List<Arguments> matrix() {
        List<Arguments> cells = new ArrayList<>();
        for (Store store : Store.values()) {
            for (int limit : new int[] {1, 5, 30, 120}) {
                for (int window : new int[] {60, 300}) {
                    for (double load : new double[] {0.5, 1.0, 3.0}) {
                        cells.add(Arguments.of(store, limit, window, load));
                    }
                }
            }
        }
        return cells;
    }

    /** Sends {@code load × limit} requests a window, evenly, over five windows; no window may hold more than the limit. */
    @ParameterizedTest
    @MethodSource("matrix")
    void limitTimesWindowTimesLoad(Store store, int limit, int window, double load) {
        Windows windows = windows(store);
        Bucket bucket = bucket(limit, window);
        long gap = Math.max(1, (long) (window * 1000L / (load * limit)));
        List<Long> passed = new ArrayList<>();
        long refused = 0;
        for (long at = 0; at < 5L * window * 1000; at += gap) {
            boolean allowed = windows.consume(List.of(bucket), START.plusMillis(at))
                    .block()
                    .allowed();
            if (allowed) {
                passed.add(at);
            } else {
                refused++;
            }
        }
        assertThat(busiest(passed, window * 1000L)).isLessThanOrEqualTo(limit + ALLOWED_ERROR);
        if (load <= 1.0) {
            assertThat(refused).isZero();
        } else {
            // Hammering does not prolong a block: every window gives its full budget.
            assertThat(passed.size()).isGreaterThanOrEqualTo(5 * limit);
        }
    }

    private static long busiest(List<Long> times, long window) {
        return times.stream()
                .mapToLong(end -> times.stream()
                        .filter(at -> at > end - window && at <= end)
                        .count())
                .max()
                .orElse(0);
    }

    /** Random requests over shared buckets against a direct transcription of platform.md 9.1. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void bothStoresAnswerLikeTheSpecification(long seed) {
        Random random = new Random(seed);
        List<Bucket> pool = IntStream.range(0, 4)
                .mapToObj(n -> bucket(1 + random.nextInt(6), 60 + random.nextInt(60)))
                .toList();
        Windows redis = windows(Store.REDIS);
        Windows local = windows(Store.LOCAL);
        Oracle oracle = new Oracle();
        Instant now = START;
        for (int i = 0; i < 300; i++) {
            now = now.plusMillis(random.nextInt(8) == 0 ? random.nextInt(90_000) : random.nextInt(3_000));
            List<Bucket> asked = new ArrayList<>(pool);
            java.util.Collections.shuffle(asked, random);
            asked = asked.subList(0, 1 + random.nextInt(pool.size()));
            Outcome expected = oracle.consume(asked, now);
            assertThat(redis.consume(asked, now).block()).isEqualTo(expected);
            assertThat(local.consume(asked, now).block()).isEqualTo(expected);
        }
    }

    /** Platform.md 9.1, word by word. */
    private static final class Oracle {
        private final Map<Bucket, List<Instant>> entries = new HashMap<>();

        Outcome consume(List<Bucket> buckets, Instant now) {
            List<BucketState> states = new ArrayList<>();
            for (Bucket bucket : buckets) {
                List<Instant> log = entries.computeIfAbsent(bucket, b -> new ArrayList<>());
                Instant start = now.minus(bucket.limit().window());
                log.removeIf(at -> !at.isAfter(start));
                log.add(now);
                boolean refused = log.size() > bucket.limit().max();
                if (refused) {
                    log.removeLast();
                }
                int remaining = Math.max(0, bucket.limit().max() - log.size());
                states.add(new BucketState(bucket, !refused, remaining, now));
                if (refused) {
                    break;
                }
            }
            return new Outcome(states);
        }
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void bucketsBeforeTheRefusingOneStayPaidAndThoseAfterAreNotTouched(Store store) {
        Windows windows = windows(store);
        Bucket first = bucket(10, 60);
        Bucket tight = bucket(1, 60);
        Bucket last = bucket(10, 60);
        windows.consume(List.of(first, tight, last), START).block();
        Outcome refused = windows.consume(List.of(first, tight, last), START).block();

        assertThat(refused.states()).hasSize(2);
        assertThat(refused.refusing().orElseThrow().bucket()).isEqualTo(tight);
        assertThat(windows.consume(List.of(first), START)
                        .block()
                        .states()
                        .getFirst()
                        .remaining())
                .isEqualTo(7);
        assertThat(windows.consume(List.of(last), START)
                        .block()
                        .states()
                        .getFirst()
                        .remaining())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void aLookShowsWhatIsLeftAndTakesNothing(Store store) {
        Windows windows = windows(store);
        Bucket used = bucket(2, 60);
        Bucket fresh = bucket(7, 60);
        windows.consume(List.of(used), START).block();
        windows.consume(List.of(used), START.plusMillis(1)).block();
        for (int i = 0; i < 3; i++) {
            List<BucketState> states =
                    windows.look(List.of(used, fresh), START.plusSeconds(1)).block();
            assertThat(states).extracting(BucketState::bucket).containsExactly(used, fresh);
            assertThat(states).extracting(BucketState::remaining).containsExactly(0, 7);
            assertThat(states).extracting(BucketState::allowed).containsExactly(false, true);
        }
        assertThat(windows.look(List.of(used), START.plusSeconds(60))
                        .block()
                        .getFirst()
                        .remaining())
                .as("one of the two is a window old")
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void anEntryOfExactlyOneWindowAgoNoLongerCounts(Store store) {
        Windows windows = windows(store);
        Bucket bucket = bucket(1, 60);
        assertThat(windows.consume(List.of(bucket), START).block().allowed()).isTrue();
        assertThat(windows.consume(List.of(bucket), START.plusMillis(59_999))
                        .block()
                        .allowed())
                .isFalse();
        assertThat(windows.consume(List.of(bucket), START.plusMillis(60_000))
                        .block()
                        .allowed())
                .isTrue();
    }

    @Test
    void theStoreForgetsABucketTwoWindowsAfterItsLastRequestAtTheLatest() {
        Bucket bucket = bucket(5, 60);
        windows(Store.REDIS).consume(List.of(bucket), START).block();
        Long left = link.commands()
                .orElseThrow()
                .pttl("rl:" + bucket.key())
                .toCompletableFuture()
                .join();
        assertThat(left).isBetween(119_000L, 120_000L);
    }

    @Test
    void retryAfterIsTheFlooredDistanceToTheFlooredReset() {
        Bucket bucket = bucket(1, 60);
        assertThat(BucketState.after(bucket, false, 1, START).retryAfterSeconds())
                .isEqualTo(60);
        assertThat(BucketState.after(bucket, false, 1, START.plus(Duration.ofMillis(1)))
                        .retryAfterSeconds())
                .isEqualTo(59);
        assertThat(BucketState.after(bucket(1, 1), false, 1, START.plusMillis(1))
                        .retryAfterSeconds())
                .isEqualTo(1);
    }
}
