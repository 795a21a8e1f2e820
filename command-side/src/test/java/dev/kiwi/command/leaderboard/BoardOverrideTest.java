package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.LeaderboardEvent.ResetKindOverridden;
import dev.kiwi.api.leaderboard.OverrideResetKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class BoardOverrideTest {
    private static final Instant NOW = Instant.parse("2026-06-10T15:30:45.123Z");

    private final AggregateTestFixture<BoardOverride> fixture = new AggregateTestFixture<>(BoardOverride.class);

    BoardOverrideTest() {
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void givenNothing_whenOverridden_thenThatIsSo() {
        fixture.givenNoPriorActivity()
                .when(new OverrideResetKind(2003, "weekly"))
                .expectEvents(new ResetKindOverridden("board:2003", 2003, "weekly", NOW));
    }

    @Test
    void givenAnOverride_whenTakenBack_thenThereIsNone() {
        fixture.given(new ResetKindOverridden("board:2003", 2003, "weekly", NOW))
                .when(new OverrideResetKind(2003, null))
                .expectEvents(new ResetKindOverridden("board:2003", 2003, null, NOW));
    }

    @Test
    void givenNothing_whenOverriddenWithAnUnknownKind_thenRefused() {
        fixture.givenNoPriorActivity()
                .when(new OverrideResetKind(2003, "default"))
                .expectException(Refusal.class)
                .expectNoEvents();
    }
}
