package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** A figure, not a check: one upsert an event over 100,000 events. Run with {@code -Dkiwi.measure=true}. */
@EnabledIfSystemProperty(named = "kiwi.measure", matches = "true")
class ReplayRateTest {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRateTest.class);
    private static final int EVENTS = 100_000;
    private static final String UPSERT = """
            insert into %s as e (account, total, events) values (?, ?, 1)
            on conflict (account) do update set total = e.total + excluded.total, events = e.events + 1
            """;

    @Test
    void measuresOneUpsertAnEvent() {
        try (Machinery machinery = new Machinery()) {
            machinery.deposits(1_000, EVENTS);
            measure(machinery, "warm_up", 1);
            measurePlainLoop(machinery);
            measure(machinery, "one_segment", 1);
            measure(machinery, "two_segments", 2);
            measure(machinery, "four_segments", 4);
        }
    }

    private static void measure(Machinery machinery, String name, int segments) {
        ProjectionDefinition definition = new ProjectionDefinition(
                name, ProjectionDefinition.Storage.POSTGRES, "machinery/ledger.sql", segments, 500, OneUpsert::new);
        Instant start = Instant.now();
        try (Node node = machinery.node(definition).start()) {
            node.catchUp(name, machinery.head(), Duration.ofMinutes(3));
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1_000.0;
        LOG.warn("MEASURED {}: {} events/s", name, Math.round(EVENTS / seconds));
        Assertions.assertThat(machinery.count(name + ".entry")).isEqualTo(1_000);
    }

    /** The same upserts in transactions of the same size, without events: what the ratio is taken against. */
    private static void measurePlainLoop(Machinery machinery) {
        machinery
                .jdbc
                .sql("create table plain (account text primary key, total bigint, events int)")
                .update();
        TransactionTemplate transaction = new TransactionTemplate(machinery.transactionManager);
        Instant start = Instant.now();
        for (int i = 0; i < EVENTS; i += 500) {
            int from = i;
            transaction.executeWithoutResult(_ -> {
                for (int n = from; n < from + 500; n++) {
                    machinery
                            .jdbc
                            .sql(UPSERT.formatted("plain"))
                            .params("a" + n % 1_000, 1L)
                            .update();
                }
            });
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1_000.0;
        LOG.warn("MEASURED plain loop of upserts: {} rows/s", Math.round(EVENTS / seconds));
    }

    static final class OneUpsert {
        private final ReadModel readModel;

        OneUpsert(ReadModel readModel) {
            this.readModel = readModel;
        }

        @org.axonframework.eventhandling.EventHandler
        void on(Deposited event) {
            readModel
                    .jdbc()
                    .sql(UPSERT.formatted("entry"))
                    .params(event.account(), event.amount())
                    .update();
        }
    }
}
