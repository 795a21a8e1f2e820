package dev.kiwi.command.leaderboard;

import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import dev.kiwi.api.leaderboard.LeaderboardEvent.LeaderboardsReset;
import dev.kiwi.api.leaderboard.ResetLeaderboards;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private static final Instant NOW = Instant.parse("2026-06-10T15:30:45.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static IngestCapture ingest(String sha256, int entries) {
        return IngestCapture.of(0, 1_780_916_700, sha256, 99, 2, entries, "upload", false);
    }

    private static CaptureIngested ingested(String sha256, int entries, int replaced) {
        return new CaptureIngested(
                "capture:0:1780916700", 1_780_916_700, sha256, 99, 2, entries, replaced, "upload", false, NOW);
    }

    private static <T> AggregateTestFixture<T> fixture(Class<T> type) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(type);
        fixture.registerInjectableResource(CLOCK);
        return fixture;
    }

    @Test
    void givenNothing_whenADumpIsFiled_thenItReplacesNothing() {
        fixture(Capture.class)
                .givenNoPriorActivity()
                .when(ingest("aa", 500))
                .expectEvents(ingested("aa", 500, 0))
                .expectResultMessagePayload(new IngestCapture.Ingested(0));
    }

    @Test
    void givenACapture_whenAnotherIsFiledUnderItsAnchor_thenItSaysHowManyEntriesItReplaces() {
        fixture(Capture.class)
                .given(ingested("aa", 500, 0))
                .when(ingest("bb", 400))
                .expectEvents(ingested("bb", 400, 500))
                .expectResultMessagePayload(new IngestCapture.Ingested(500));
    }

    @Test
    void givenAReset_whenResetAgain_thenTheEpochRises() {
        fixture(Leaderboards.class)
                .given(new LeaderboardsReset("leaderboards:all", 1, false, NOW))
                .when(new ResetLeaderboards(true))
                .expectEvents(new LeaderboardsReset("leaderboards:all", 2, true, NOW));
    }

    @Test
    void givenNothing_whenReset_thenTheFirstEpochEnds() {
        fixture(Leaderboards.class)
                .givenNoPriorActivity()
                .when(new ResetLeaderboards(false))
                .expectEvents(new LeaderboardsReset("leaderboards:all", 1, false, NOW));
    }
}
