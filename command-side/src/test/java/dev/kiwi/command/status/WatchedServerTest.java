package dev.kiwi.command.status;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.status.Environment;
import dev.kiwi.api.status.RecordServerStatus;
import dev.kiwi.api.status.StatusEvent.StatusChanged;
import dev.kiwi.api.status.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedServerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    private AggregateTestFixture<WatchedServer> server;

    @BeforeEach
    void fixture() {
        server = new AggregateTestFixture<>(WatchedServer.class);
        server.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static StatusChanged changed(Verdict verdict, Instant at) {
        return new StatusChanged("eu", verdict.key(), verdict == Verdict.ONLINE, at);
    }

    @Test
    void givenNothingWhenProbedThenThatIsItsStatus() {
        server.givenNoPriorActivity()
                .when(new RecordServerStatus(Environment.EU, Verdict.DOWN))
                .expectEvents(changed(Verdict.DOWN, NOW));
    }

    @Test
    void givenTheSameStatusThenNothingHappens() {
        server.given(changed(Verdict.ONLINE, NOW.minusSeconds(60)))
                .when(new RecordServerStatus(Environment.EU, Verdict.ONLINE))
                .expectNoEvents();
    }

    @Test
    void givenAnotherStatusThenItChanges() {
        server.given(changed(Verdict.ONLINE, NOW.minusSeconds(60)))
                .when(new RecordServerStatus(Environment.EU, Verdict.MAINTENANCE))
                .expectEvents(changed(Verdict.MAINTENANCE, NOW));
        server.given(changed(Verdict.DOWN, NOW.minusSeconds(60)))
                .when(new RecordServerStatus(Environment.EU, Verdict.ONLINE))
                .expectEvents(changed(Verdict.ONLINE, NOW));
    }

    @Test
    void whatWasFoundEarlierIsOfItsTimeAndNeverBeforeTheLastChange() {
        Instant before = NOW.minusSeconds(3_600);
        server.given(changed(Verdict.ONLINE, NOW.minusSeconds(7_200)))
                .when(new RecordServerStatus(Environment.EU, Verdict.DOWN, before))
                .expectEvents(changed(Verdict.DOWN, before));
        server.given(changed(Verdict.ONLINE, NOW.minusSeconds(60)))
                .when(new RecordServerStatus(Environment.EU, Verdict.DOWN, before))
                .expectNoEvents();
    }

    @Test
    void whatNobodyKnowsIsNotRecorded() {
        server.givenNoPriorActivity()
                .when(new RecordServerStatus(Environment.EU, Verdict.UNKNOWN))
                .expectException(Refusal.class);
    }
}
