package dev.kiwi.command.ingest;

import dev.kiwi.api.ingest.IngestEvent.SubmissionRecorded;
import dev.kiwi.api.ingest.RecordSubmission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final Instant NOW = Instant.parse("2026-06-10T15:30:45.123Z");

    @Test
    void givenNothing_whenASubmissionIsRecorded_thenItIsOneEvent() {
        AggregateTestFixture<Submission> fixture = new AggregateTestFixture<>(Submission.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        fixture.givenNoPriorActivity()
                .when(new RecordSubmission(
                        "submission:1",
                        "/v1/leaderboards/insert",
                        "acc",
                        "token",
                        "bot",
                        false,
                        Map.of("bytes", 5),
                        "late"))
                .expectEvents(new SubmissionRecorded(
                        "submission:1",
                        "/v1/leaderboards/insert",
                        "acc",
                        "token",
                        "bot",
                        false,
                        Map.of("bytes", 5),
                        "late",
                        NOW));
    }
}
