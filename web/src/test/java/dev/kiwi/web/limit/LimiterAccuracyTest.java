package dev.kiwi.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Stores;
import dev.kiwi.web.redis.RedisLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/**
 * How exact the shared windows are on a real Redis: limit × window × pattern × one or two nodes, each with a connection
 * of its own. What they measured is docs/limits.md; {@code -Dwrite=true} writes it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimiterAccuracyTest {
    /** Allowed deviation, in requests, from a window that is counted exactly. */
    private static final int ALLOWED_ERROR = 0;
    /** How far apart the two clocks of the last part are. */
    private static final long SKEW_MS = 250;

    private static final Path PAGE = Path.of("../docs/limits.md");
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final int AT_ONCE = 64;

    private final Map<String, Cell> cells = new ConcurrentSkipListMap<>();
    private final List<RedisLink> links = new ArrayList<>();

    /** @param most in any window */
    record Cell(int offered, int exact, Map<Integer, Integer> passedByNodes, Map<Integer, Integer> mostByNodes) {}

    @BeforeAll
    void connect() {
        for (int node = 0; node < 2; node++) {
            RedisLink link = new RedisLink(Stores.redisUrl());
            links.add(link);
            Awaitility.await().until(link::isConnected);
        }
    }

    @AfterAll
    void writeThePageAndDisconnect() throws Exception {
        links.forEach(RedisLink::close);
        // Not when a single cell was run by hand.
        if (cells.size() == matrix().count() / 2) {
            String page = LimiterAccuracyPage.of(cells);
            if (Boolean.getBoolean("write")) {
                Files.writeString(PAGE, page);
            }
            assertThat(PAGE).hasContent(page);
        }
    }

    private List<Windows> nodes(int count) {
        return links.subList(0, count).stream()
                .<Windows>map(link -> new RedisWindows(link, 10_000))
                .toList();
    }

    private static Bucket bucket(int limit, int window) {
        return new Bucket("accuracy:" + UUID.randomUUID(), new Limit(limit, window));
    }

    static Stream<Arguments> matrix() {
        return Stream.of(1, 10, 120)
                .flatMap(limit -> Stream.of(5, 60, 3_600)
                        .flatMap(window -> Stream.of(Pattern.values())
                                .flatMap(pattern ->
                                        Stream.of(1, 2).map(nodes -> Arguments.of(limit, window, pattern, nodes)))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void asManyPassAsAnExactWindowLetsPass(int limit, int window, Pattern pattern, int nodes) {
        List<Long> offered = pattern.times(limit, window * 1_000L);
        List<Long> passed = passed(nodes(nodes), bucket(limit, window), offered);
        int exact = Exact.passed(offered, limit, window * 1_000L);
        int most = Exact.busiest(passed, window * 1_000L);
        note(limit, window, pattern, nodes, new Cell(offered.size(), exact, Map.of(), Map.of()), passed.size(), most);
        assertThat(Math.abs(passed.size() - exact)).isLessThanOrEqualTo(ALLOWED_ERROR);
        assertThat(most).isLessThanOrEqualTo(limit + ALLOWED_ERROR);
    }

    private void note(int limit, int window, Pattern pattern, int nodes, Cell cell, int passed, int most) {
        String key = "%04d %05d %s".formatted(limit, window, pattern);
        cells.merge(
                key,
                new Cell(cell.offered(), cell.exact(), Map.of(nodes, passed), Map.of(nodes, most)),
                (a, b) -> new Cell(
                        a.offered(),
                        a.exact(),
                        both(a.passedByNodes(), b.passedByNodes()),
                        both(a.mostByNodes(), b.mostByNodes())));
    }

    private static Map<Integer, Integer> both(Map<Integer, Integer> a, Map<Integer, Integer> b) {
        Map<Integer, Integer> all = new TreeMap<>(a);
        all.putAll(b);
        return all;
    }

    /** Requests of one instant are on their way together, and go round the nodes. */
    private static List<Long> passed(List<Windows> nodes, Bucket bucket, List<Long> offered) {
        Map<Long, List<Integer>> byInstant = new TreeMap<>();
        for (int i = 0; i < offered.size(); i++) {
            byInstant.computeIfAbsent(offered.get(i), at -> new ArrayList<>()).add(i);
        }
        return Flux.fromIterable(byInstant.entrySet())
                .concatMap(instant -> Flux.fromIterable(instant.getValue())
                        .flatMap(
                                i -> nodes.get(i % nodes.size())
                                        .consume(List.of(bucket), START.plusMillis(instant.getKey())),
                                AT_ONCE)
                        .filter(Outcome::allowed)
                        .map(outcome -> instant.getKey()))
                .collectList()
                .block(Duration.ofSeconds(60));
    }

    /** The stated exception: clocks that differ by d shorten or stretch a window by d at the most. */
    @Test
    void clocksThatDifferShortenAWindowByTheirDifferenceAtTheMost() {
        int limit = 20;
        long window = 10_000;
        Bucket bucket = bucket(limit, 10);
        List<Windows> nodes = nodes(2);
        List<Long> passed = new ArrayList<>();
        List<Long> offered = Pattern.JITTERED.times(limit, window);
        for (int i = 0; i < offered.size(); i++) {
            long at = offered.get(i);
            Instant read = START.plusMillis(at + i % 2 * SKEW_MS);
            if (nodes.get(i % 2).consume(List.of(bucket), read).block().allowed()) {
                passed.add(at);
            }
        }
        assertThat(Exact.busiest(passed, window - SKEW_MS)).isLessThanOrEqualTo(limit);
        assertThat(passed.size()).isGreaterThanOrEqualTo(Exact.passed(offered, limit, window + SKEW_MS) - limit);
    }
}
