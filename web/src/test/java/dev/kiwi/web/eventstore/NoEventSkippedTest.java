package dev.kiwi.web.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.command.eventstore.EventSerializer;
import dev.kiwi.command.eventstore.EventStoreProperties;
import dev.kiwi.command.eventstore.EventStoreUnavailableException;
import dev.kiwi.command.eventstore.GroupCommitEngine;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Sixteen writers on two further nodes, one with a late clock, that pause between insert and commit and lose a commit now and
 * then, against the projections of the running application: whatever was committed is applied, once, in its order.
 */
@ExtendWith(WithKiwi.class)
class NoEventSkippedTest {
    private static final int WRITERS = 16;
    private static final int EVENTS_EACH = 40;

    private final RunningKiwi kiwi;
    private final JdbcClient sql;

    NoEventSkippedTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.sql = JdbcClient.create(kiwi.part(DataSource.class));
    }

    @Test
    void everyProjectionSeesEveryCommittedEventOnceAndInOrder() throws Exception {
        EventStore store = kiwi.part(EventStore.class);
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-7));
        long acknowledged;
        try (GroupCommitEngine second = engine(Clock.systemUTC());
                GroupCommitEngine third = engine(late);
                BlockingStream<TrackedEventMessage<?>> stream = store.openStream(store.createHeadToken())) {
            acknowledged = write(List.of(second, third));
            assertInOrder(stream, acknowledged);
        }
        assertThat(acknowledged).isBetween((long) WRITERS * EVENTS_EACH / 2, (long) WRITERS * EVENTS_EACH - 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> count("es.event") == count("audit.history"));
        assertThat(sql.sql("select count(*) from es.event e left join audit.history h"
                                + " on h.position = e.global_index and h.event_id = e.event_identifier"
                                + " where h.position is null")
                        .query(Long.class)
                        .single())
                .as("events that the audit does not know")
                .isZero();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private GroupCommitEngine engine(Clock clock) {
        return new GroupCommitEngine(
                new RestlessCommits(kiwi.part(DataSource.class)),
                kiwi.part(EventSerializer.class),
                NoOpEventUpcaster.INSTANCE,
                clock,
                kiwi.part(EventStoreProperties.class));
    }

    private long write(List<GroupCommitEngine> engines) throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                GroupCommitEngine engine = engines.get(writer % engines.size());
                writers.add(threads.submit(() -> write(engine, acknowledged)));
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }
        return acknowledged.get();
    }

    private void write(GroupCommitEngine engine, AtomicLong acknowledged) {
        String id = new ObjectId().toHexString();
        long sequence = 0;
        for (int i = 0; i < EVENTS_EACH; i++) {
            try {
                engine.appendEvents(revoked(id, sequence));
                sequence++;
                acknowledged.incrementAndGet();
            } catch (EventStoreUnavailableException rolledBack) {
                // Its commit was lost; the next event takes the same place.
                assertThat(rolledBack).hasMessageContaining("nothing was committed");
            }
        }
    }

    private static DomainEventMessage<?> revoked(String id, long sequence) {
        return new GenericDomainEventMessage<>(
                "ApiToken", "token:" + id, sequence, new TokenRevoked(id, "event " + sequence, Instant.EPOCH));
    }

    private static void assertInOrder(BlockingStream<TrackedEventMessage<?>> stream, long events) throws Exception {
        Map<String, Long> next = new HashMap<>();
        long last = -1;
        for (long seen = 0; seen < events; seen++) {
            assertThat(isThere(stream)).as("event %d of %d", seen, events).isTrue();
            TrackedEventMessage<?> message = stream.nextAvailable();
            long position = message.trackingToken().position().orElseThrow();
            assertThat(position).isGreaterThan(last);
            last = position;
            DomainEventMessage<?> event = (DomainEventMessage<?>) message;
            assertThat(event.getSequenceNumber())
                    .as(event.getAggregateIdentifier())
                    .isEqualTo(next.merge(event.getAggregateIdentifier(), 1L, Long::sum) - 1);
        }
    }

    private static boolean isThere(BlockingStream<?> stream) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        boolean there = false;
        while (!there && System.nanoTime() < end) {
            // False also when the stream was woken for nothing.
            there = stream.hasNextAvailable(1, TimeUnit.SECONDS);
        }
        return there;
    }

    /** Waits up to five milliseconds between the last insert and the commit, and loses one commit in ten. */
    private static final class RestlessCommits extends DelegatingDataSource {
        RestlessCommits(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(5_000_000));
                            if (ThreadLocalRandom.current().nextInt(10) == 0) {
                                real.rollback();
                                throw new SQLException("The connection is gone", "08006");
                            }
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
