package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EventStoreMetricsTest {
    @Test
    void commitsAreCountedAndTimedAndTheListenerSaysThatItListens() {
        try (TestNode node = TestNode.start()) {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            node.bean(EventStoreMetrics.class).bindTo(meters);
            node.bean(GroupCommitEngine.class).appendEvents(Engines.event("locker:a", 0));
            node.bean(GroupCommitEngine.class).appendEvents(Engines.event("locker:b", 0));

            // The time is noted after the answer is given.
            Awaitility.await()
                    .until(() ->
                            meters.get("kiwi.eventstore.commit").functionTimer().totalTime(TimeUnit.NANOSECONDS) > 0);
            assertThat(meters.get("kiwi.eventstore.commit").functionTimer().count())
                    .isEqualTo(2);
            assertThat(meters.get("kiwi.eventstore.commands").functionCounter().count())
                    .isEqualTo(2);
            assertThat(meters.get("kiwi.eventstore.lost").functionCounter().count())
                    .isZero();
            assertThat(meters.get("kiwi.eventstore.waiting").gauge().value()).isZero();
            Awaitility.await()
                    .until(() -> meters.get("kiwi.eventstore.listening").gauge().value() == 1);
            assertThat(node.bean(EventStoreState.class).alarms()).isEqualTo(List.of());
        }
    }
}
