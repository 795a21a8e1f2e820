package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.ClaimChange;
import dev.kiwi.embedded.TestStores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One group holds good and bad commands; only the bad ones fail. */
class GroupFailureTest {
    private PGSimpleDataSource dataSource;
    private Appender appender;
    private EventSerializer serializer;

    @BeforeEach
    void open() {
        dataSource = TestStores.freshDatabase().dataSource();
        // As in production: the driver joins inserts of a batch to one statement.
        dataSource.setReWriteBatchedInserts(true);
        EventStoreConfiguration.flyway(dataSource).migrate();
        serializer = Engines.serializer(Engines.keys(dataSource));
        appender = new Appender(dataSource, Clock.systemUTC(), new KnownHead(), 256, Duration.ofSeconds(20));
        appender.append(append("locker:old", 0));
    }

    @AfterEach
    void close() throws InterruptedException {
        appender.close();
    }

    @Test
    void onlyTheGuiltyOfAGroupFail() throws Exception {
        PendingAppend good = append("locker:x", 0);
        PendingAppend sameSequence = append("locker:x", 0);
        PendingAppend stale = append("locker:old", 0);
        PendingAppend first = claiming("locker:y", "owner-1");
        PendingAppend second = claiming("locker:z", "owner-2");
        PendingAppend last = append("locker:w", 0, 1);

        List<CompletableFuture<Long>> answers = inOneGroup(good, sameSequence, stale, first, second, last);

        assertThat(answers.get(0).join()).isEqualTo(2);
        assertThatThrownBy(() -> answers.get(1).join()).hasCauseInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> answers.get(2).join()).hasCauseInstanceOf(AggregateStreamCreationException.class);
        assertThat(answers.get(3).join()).isEqualTo(3);
        assertThatThrownBy(() -> answers.get(4).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(answers.get(5).join()).isEqualTo(5);
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(owners()).containsExactly("owner-1");
    }

    @Test
    void aTakenValueAmongFreeOnesOfAGroupIsRefused() throws Exception {
        appender.append(claiming("locker:a", "owner-1"));
        PendingAppend free = claiming("locker:b", "free-1", "owner-2");
        PendingAppend taken = claiming("locker:c", "owner-2");
        PendingAppend alsoFree = claiming("locker:d", "free-2", "owner-2");
        PendingAppend freeToo = claiming("locker:e", "free-3", "owner-2");

        List<CompletableFuture<Long>> answers = inOneGroup(free, taken, alsoFree, freeToo);

        assertThat(answers.get(0).join()).isPositive();
        assertThatThrownBy(() -> answers.get(1).join()).hasCauseInstanceOf(Refusal.class);
        assertThat(answers.get(2).join()).isPositive();
        assertThat(answers.get(3).join()).isPositive();
    }

    @Test
    void aRowBesideTheEventsIsCommittedWithThemAndItsRefusalRefusesOnlyItsCommand() throws Exception {
        JdbcClient.create(dataSource)
                .sql("create table beside (name text primary key)")
                .update();
        PendingAppend first = besides("locker:a", "first");
        PendingAppend refused = besides("locker:b", "refused");
        PendingAppend twice = besides("locker:c", "first");

        List<CompletableFuture<Long>> answers = inOneGroup(first, refused, twice);

        assertThat(answers.get(0).join()).isEqualTo(2);
        assertThatThrownBy(() -> answers.get(1).join()).hasCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> answers.get(2).join()).isInstanceOf(CompletionException.class);
        assertThat(positions()).containsExactly(1L, 2L);
        assertThat(JdbcClient.create(dataSource)
                        .sql("select name from beside b join es.event e on e.xmin = b.xmin"
                                + " where e.aggregate_identifier = 'locker:a'")
                        .query(String.class)
                        .list())
                .containsExactly("first");
    }

    private PendingAppend besides(String aggregateId, String name) {
        CompanionTable<String> table = (connection, rows) -> {
            if (rows.contains("refused")) {
                throw new Refusal(ErrorCode.CONFLICT, "Not this one.");
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into beside values (?)")) {
                for (String row : rows) {
                    insert.setString(1, row);
                    insert.executeUpdate();
                }
            }
        };
        return new PendingAppend(
                append(aggregateId, 0).events(), List.of(), List.of(), new CompanionRow<>(table, name));
    }

    @Test
    void aStaleSequenceBehindTheFirstIsAConcurrencyConflict() throws Exception {
        appender.append(append("locker:old", 1));
        PendingAppend stale = append("locker:old", 1);
        assertThatThrownBy(() -> appender.append(stale)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void anEventOfNoAggregateAndAnIdWithoutItsTypeAreRefused() throws Exception {
        try (GroupCommitEngine engine = Engines.on(dataSource, Clock.systemUTC())) {
            assertThatThrownBy(() -> engine.appendEvents(Engines.event("5f0000000000000000000001", 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not start with its type");
            assertThatThrownBy(() -> engine.appendEvents(
                            org.axonframework.eventhandling.GenericEventMessage.asEventMessage("text")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no aggregate");
        }
    }

    @Test
    void whatIsQueuedAtTheCloseIsCommittedAndWhatComesLaterIsRefused() throws Exception {
        List<CompletableFuture<Long>> answers = inOneGroup(append("locker:q1", 0), append("locker:q2", 0));
        appender.close();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isPositive());
        assertThatThrownBy(() -> appender.append(append("locker:q3", 0)))
                .isInstanceOf(EventStoreUnavailableException.class);
    }

    /** Holds the appender at the lock until everything waits in its queue. */
    private List<CompletableFuture<Long>> inOneGroup(PendingAppend... appends) throws Exception {
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        try (Connection blocker = dataSource.getConnection()) {
            blocker.createStatement().execute("select pg_advisory_lock(" + AppendConnection.LOCK + ")");
            PendingAppend gate = append("locker:old", 0);
            CompletableFuture<Long> held = CompletableFuture.supplyAsync(() -> appender.append(gate));
            Awaitility.await().until(this::someoneWaitsForTheLock);
            for (PendingAppend append : appends) {
                Thread.ofVirtual().start(() -> {
                    try {
                        appender.append(append);
                    } catch (RuntimeException e) {
                        // The pending append itself keeps the failure.
                    }
                });
                int expected = answers.size() + 1;
                Awaitility.await().until(() -> appender.waiting() >= expected);
                answers.add(append.done());
            }
            blocker.createStatement().execute("select pg_advisory_unlock(" + AppendConnection.LOCK + ")");
            assertThatThrownBy(() -> held.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(RuntimeException.class);
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .handle((done, failed) -> null)
                .get(10, TimeUnit.SECONDS);
        return answers;
    }

    private boolean someoneWaitsForTheLock() {
        return JdbcClient.create(dataSource)
                        .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted "
                                + "and database = (select oid from pg_database where datname = current_database())")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private PendingAppend append(String aggregateId, long... sequences) {
        List<NewEvent> events = new ArrayList<>();
        for (long sequence : sequences) {
            events.add(NewEvent.of(Engines.event(aggregateId, sequence), serializer));
        }
        return PendingAppend.of(events);
    }

    private PendingAppend claiming(String aggregateId, String owner) {
        return claiming(aggregateId, "a@b.example", owner);
    }

    private PendingAppend claiming(String aggregateId, String value, String owner) {
        return new PendingAppend(
                append(aggregateId, 0).events(), List.of(new ClaimChange.Take("email", value, owner)), List.of(), null);
    }

    private List<Long> positions() {
        return JdbcClient.create(dataSource)
                .sql("select global_index from es.event order by 1")
                .query(Long.class)
                .list();
    }

    private List<String> owners() {
        return JdbcClient.create(dataSource)
                .sql("select owner from es.claim")
                .query(String.class)
                .list();
    }
}
