package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.chain.ChainVerifier;
import dev.kiwi.command.locker.Locker;
import dev.kiwi.command.locker.Locker.Rent;
import dev.kiwi.embedded.TestStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** Positions are dense, follow commits and are read by every node at once (traps 2, 3, 6 and 7). */
class PositionsTest {

    @Test
    void sixteenConcurrentWritersGiveDensePositionsInTheOrderOfCommits() throws Exception {
        try (TestNode node = TestNode.start();
                BlockingStream<TrackedEventMessage<?>> stream =
                        node.bean(EventStore.class).openStream(null)) {
            List<Long> answered = concurrently(16, writer -> {
                List<Long> positions = new ArrayList<>();
                for (int i = 0; i < 25; i++) {
                    positions.add(node.send(rent(writer + "-" + i)).position());
                }
                return positions;
            });

            assertThat(answered).doesNotHaveDuplicates().hasSize(400);
            assertThat(node.positions())
                    .containsExactlyElementsOf(Engines.upTo(400).toList());
            assertThat(read(stream, 400))
                    .containsExactlyElementsOf(Engines.upTo(400).toList());
            assertThat(node.bean(EventStore.class).createHeadToken().position()).hasValue(400);
        }
    }

    @Test
    void whatIsReadIsACompletedPrefixWhileOthersWrite() throws Exception {
        try (TestNode node = TestNode.start();
                BlockingStream<TrackedEventMessage<?>> stream =
                        node.bean(EventStore.class).openStream(null)) {
            ExecutorService reader = Executors.newSingleThreadExecutor();
            Future<List<Long>> seen = reader.submit(() -> read(stream, 160));
            concurrently(16, writer -> {
                for (int i = 0; i < 10; i++) {
                    long position = node.send(rent(writer + "-" + i)).position();
                    // Whoever is told a position finds everything up to it.
                    assertThat(node.sql()
                                    .sql("select count(*) from es.event where global_index <= ?")
                                    .param(position)
                                    .query(Long.class)
                                    .single())
                            .isEqualTo(position);
                }
                return List.of();
            });
            assertThat(seen.get(10, TimeUnit.SECONDS)).isSorted().hasSize(160);
            reader.shutdown();
        }
    }

    @Test
    void aClockThatIsBehindNeitherBackDatesAnEventNorHidesOne() throws Exception {
        var database = TestStores.freshDatabase();
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5));
        try (TestNode right = TestNode.start(database, Clock.systemUTC());
                TestNode late = TestNode.start(database, behind);
                BlockingStream<TrackedEventMessage<?>> stream =
                        right.bean(EventStore.class).openStream(null)) {
            for (int i = 0; i < 10; i++) {
                (i % 2 == 0 ? right : late).send(rent("clock-" + i));
            }
            assertThat(read(stream, 10))
                    .containsExactlyElementsOf(Engines.upTo(10).toList());
            List<Instant> times = right.sql()
                    .sql("select time_stamp from es.event order by global_index")
                    .query((row, n) -> row.getTimestamp(1).toInstant())
                    .list();
            assertThat(times).isSorted();
            assertThat(times.getFirst()).isAfter(Instant.now().minusSeconds(60));
        }
    }

    @Test
    void aSkewedClockIsFoundAtTheStart() {
        var dataSource = TestStores.freshDatabase().dataSource();
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5));
        assertThat(ClockSkew.check(dataSource, behind)).isBetween(Duration.ofSeconds(-310), Duration.ofSeconds(-290));
    }

    @Test
    void rolledBackAppendsLeaveNoGap() throws Exception {
        try (TestNode node = TestNode.start()) {
            node.send(rent("first"));
            for (int i = 0; i < 50; i++) {
                int number = i;
                assertThatThrownBy(() -> node.send(new Rent("locker:no" + number, "first", "account:1", "x")))
                        .isInstanceOf(Refusal.class);
            }
            assertThat(node.send(rent("second")).position()).isEqualTo(2);
        }
    }

    /** As after a restore from elsewhere: nothing waits for positions that nobody has. */
    @Test
    void aJumpInThePositionsIsCrossedAtOnce() throws Exception {
        try (TestNode node = TestNode.start();
                BlockingStream<TrackedEventMessage<?>> stream =
                        node.bean(EventStore.class).openStream(null)) {
            node.send(rent("before"));
            read(stream, 1);
            node.sql()
                    .sql(
                            "insert into es.event select global_index + 50000, 'jump', 'locker:jump', sequence_number, type,"
                                    + " time_stamp, payload_type, payload_revision, payload, meta_data, chain from es.event")
                    .update();
            long begun = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                node.send(rent("after-" + i));
            }
            assertThat(read(stream, 101))
                    .containsExactlyElementsOf(
                            Engines.upTo(101).map(n -> n + 50_000).toList());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void twoNodesInterleaveWithoutAConflictInPositionsOrChain() throws Exception {
        var database = TestStores.freshDatabase();
        try (TestNode one = TestNode.start(database, Clock.systemUTC());
                TestNode two = TestNode.start(database, Clock.systemUTC())) {
            concurrently(8, writer -> {
                for (int i = 0; i < 25; i++) {
                    (writer % 2 == 0 ? one : two).send(rent(writer + "-" + i));
                }
                return List.of();
            });
            assertThat(one.positions())
                    .containsExactlyElementsOf(Engines.upTo(200).toList());
            assertThat(two.bean(ChainVerifier.class).verify(n -> {}).isClean()).isTrue();
        }
    }

    @Test
    void twoNodesThatChangeTheSameAggregateBothSucceed() throws Exception {
        var database = TestStores.freshDatabase();
        try (TestNode one = TestNode.start(database, Clock.systemUTC());
                TestNode two = TestNode.start(database, Clock.systemUTC())) {
            one.send(rent("shared"));
            concurrently(2, writer -> {
                for (int i = 0; i < 20; i++) {
                    (writer == 0 ? one : two).send(new Locker.Store("locker:shared", List.of(writer + "-" + i)));
                }
                return List.of();
            });
            // Each node sees at once what the other did, although both hold the aggregate in memory.
            assertThat(one.send(new Locker.Look("locker:shared")).result()).isEqualTo(40);
            assertThat(two.send(new Locker.Look("locker:shared")).result()).isEqualTo(40);
        }
    }

    @Test
    void anotherNodesEventIsSeenWithin200Milliseconds() throws Exception {
        var database = TestStores.freshDatabase();
        try (TestNode writer = TestNode.start(database, Clock.systemUTC());
                TestNode reader = TestNode.start(database, Clock.systemUTC());
                BlockingStream<TrackedEventMessage<?>> stream =
                        reader.bean(EventStore.class).openStream(null)) {
            writer.send(rent("warm-up"));
            read(stream, 1);
            for (int i = 0; i < 5; i++) {
                writer.send(rent("quick-" + i));
                long committed = System.nanoTime();
                read(stream, 1);
                assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(Duration.ofMillis(200));
            }
        }
    }

    @Test
    void theTokenAtATimeStandsBeforeTheFirstEventSince() {
        Clock fixed = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        try (TestNode node = TestNode.start(TestStores.freshDatabase(), fixed)) {
            node.send(rent("at"));
            EventStore store = node.bean(EventStore.class);
            assertThat(store.createTokenAt(fixed.instant()).position()).hasValue(0);
            assertThat(store.createTokenAt(fixed.instant().plusSeconds(1)).position())
                    .hasValue(1);
        }
    }

    private static Rent rent(String label) {
        return new Rent("locker:" + label, label, "account:1", "a@b.example");
    }

    private static List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (positions.size() < count && System.nanoTime() < end) {
            // False also when the stream was woken for nothing.
            if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                positions.add(event.trackingToken().position().orElseThrow());
            }
        }
        return positions;
    }

    private interface Writer {
        List<Long> write(int number) throws Exception;
    }

    private static List<Long> concurrently(int writers, Writer writer) throws Exception {
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<List<Long>>> results = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int number = i;
                results.add(threads.submit(() -> writer.write(number)));
            }
            for (Future<List<Long>> result : results) {
                all.addAll(result.get(60, TimeUnit.SECONDS));
            }
        }
        return all;
    }
}
