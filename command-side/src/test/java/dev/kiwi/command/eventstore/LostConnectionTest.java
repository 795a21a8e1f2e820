package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.command.eventstore.FaultyDataSource.Fault;
import dev.kiwi.embedded.TestStores;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is acknowledged is on disk, what is not is not, and the appender comes back by itself. */
class LostConnectionTest {
    private DataSource real;
    private FaultyDataSource faulty;
    private GroupCommitEngine engine;

    @BeforeEach
    void open() {
        real = TestStores.freshDatabase().dataSource();
        EventStoreConfiguration.flyway(real).migrate();
        faulty = new FaultyDataSource(real);
        engine = Engines.on(faulty, Clock.systemUTC());
        engine.appendEvents(Engines.event("locker:a", 0));
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void aCommitWhoseAnswerIsLostIsLookedUpAndAcknowledged() {
        faulty.next(Fault.AFTER_COMMIT);
        assertThatCode(() -> engine.appendEvents(Engines.event("locker:b", 0))).doesNotThrowAnyException();
        assertThat(stored()).containsExactly("locker:a", "locker:b");
    }

    @Test
    void aCommitThatNeverHappenedIsNotAcknowledged() {
        faulty.next(Fault.BEFORE_COMMIT);
        assertThatThrownBy(() -> engine.appendEvents(Engines.event("locker:b", 0)))
                .isInstanceOf(EventStoreUnavailableException.class)
                .hasMessageContaining("nothing was committed");
        assertThat(stored()).containsExactly("locker:a");

        engine.appendEvents(Engines.event("locker:c", 0));
        assertThat(stored()).containsExactly("locker:a", "locker:c");
    }

    @Test
    void whenTheServerEndsTheConnectionTheNextCommandsGoOn() {
        endAllConnections();
        // The first one may learn that the connection is gone; it must then not be stored.
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .untilAsserted(() -> engine.appendEvents(Engines.event("locker:b", 0)));
        assertThat(stored()).containsExactly("locker:a", "locker:b");
    }

    @Test
    void whileThereIsNoServerCommandsFailAtOnceAndLaterOnesSucceed() {
        faulty.away(true);
        endAllConnections();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> engine.appendEvents(Engines.event("locker:b", 0)))
                    .isInstanceOf(EventStoreUnavailableException.class)
                    .hasMessageContaining("nothing was committed");
        }
        assertThat(engine.appender().lost()).isEqualTo(3);
        assertThat(engine.appender().isFailing()).isTrue();
        faulty.away(false);
        engine.appendEvents(Engines.event("locker:c", 0));
        assertThat(engine.appender().isFailing()).isFalse();
        assertThat(stored()).containsExactly("locker:a", "locker:c");
    }

    @Test
    void whenTheOutcomeCannotBeLookedUpTheCommandIsToldSo() {
        faulty.next(Fault.AFTER_COMMIT);
        faulty.away(true);
        assertThatThrownBy(() -> engine.appendEvents(Engines.event("locker:b", 0)))
                .isInstanceOf(EventStoreUnavailableException.class)
                .hasMessageContaining("the outcome is unknown");
        assertThat(engine.appender().lost()).isEqualTo(1);
        assertThat(stored()).containsExactly("locker:a", "locker:b");
    }

    private void endAllConnections() {
        JdbcClient.create(real)
                .sql("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where datname = current_database() and pid <> pg_backend_pid()")
                .query(Boolean.class)
                .list();
    }

    private List<String> stored() {
        return JdbcClient.create(real)
                .sql("select aggregate_identifier from es.event order by global_index")
                .query(String.class)
                .list();
    }
}
