package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.embedded.TestStores;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one node commits, another is told of; it does not wait for its next look. */
class EventArrivalsTest {
    /** A good part of the second in which a node that nobody tells looks by itself. */
    private static final int SOON_MS = 300;

    private static final int EVENTS = 10;

    @Test
    void anEventOfAnotherNodeIsSeenAtOnce() throws Exception {
        TestStores.Database database = TestStores.freshDatabase();
        try (TestNode writer = TestNode.start(database, Clock.systemUTC());
                TestNode reader = TestNode.start(database, Clock.systemUTC());
                BlockingStream<TrackedEventMessage<?>> stream =
                        reader.bean(EventStore.class).openStream(null)) {
            for (int i = 0; i < EVENTS; i++) {
                writer.bean(GroupCommitEngine.class).appendEvents(Engines.event("locker:" + i, 0));
                assertThat(isThereSoon(stream)).as("event %d", i).isTrue();
                stream.nextAvailable();
            }
        }
    }

    private static boolean isThereSoon(BlockingStream<?> stream) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SOON_MS);
        long left = SOON_MS;
        // False also when the stream was woken for nothing.
        while (left > 0 && !stream.hasNextAvailable((int) left, TimeUnit.MILLISECONDS)) {
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return left > 0;
    }

    @Test
    void aLostConnectionIsMadeAgainAndWhatWasMissedIsLookedFor() throws Exception {
        TestStores.Database database = TestStores.freshDatabase();
        AtomicInteger heard = new AtomicInteger();
        try (EventArrivals arrivals = new EventArrivals(database.dataSource(), _ -> heard.incrementAndGet())) {
            Awaitility.await().until(() -> heard.get() == 1);
            assertThat(arrivals.isListening()).isTrue();
            JdbcClient sql = JdbcClient.create(database.dataSource());
            sql.sql("notify kiwi_events").update();
            Awaitility.await().until(() -> heard.get() == 2);
            sql.sql("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()")
                    .query()
                    .listOfRows();
            Awaitility.await().until(() -> heard.get() == 3);
            assertThat(arrivals.isListening()).isTrue();
            arrivals.close();
            assertThat(arrivals.isListening()).isFalse();
        }
    }
}
