package dev.kiwi.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.leaderboard.CheaterReport;
import dev.kiwi.api.leaderboard.GetCheaters;
import dev.kiwi.projection.leaderboard.cheater.CheaterPass;
import dev.kiwi.projection.leaderboard.cheater.CheaterSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** leaderboards.md 9 and 16.7: when the report is made anew, and from what of the week. */
class CheaterPassTest {
    private static final long MONDAY = 1_780_916_400L; // 2026-06-08 11:00 UTC
    private static final long HOUR = 3_600;
    private static final List<String> NAMES =
            List.of("Ada", "Bernhard", "Cyd", "Dorothy", "Emil", "Fritz", "Gustav", "Hedwig", "Ida", "Julius");
    private static final CheaterSettings SETTINGS =
            CheaterSettings.of(new ShippedSettings()).get();

    private final Leaderboards boards = new Leaderboards();
    private final CheaterPass leader = node();
    private final CheaterPass other = node();

    private CheaterPass node() {
        // What the week said is good for an hour, which never ends here.
        return boards.cheaters(SETTINGS, Clock.fixed(Instant.ofEpochSecond(MONDAY + 8 * HOUR), ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws Exception {
        boards.close();
    }

    /** The first two gain the same in each hour, the others next to nothing. @param listed whether the second is there */
    private void file(int hour, boolean listed) {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < NAMES.size(); n++) {
            if (n != 1 || listed) {
                int score = 100_000 - 5_000 * n + hour * (n < 2 ? 1_000 : n);
                rows.append(n + 1)
                        .append(';')
                        .append(NAMES.get(n))
                        .append(';')
                        .append(score)
                        .append('|');
            }
        }
        boards.ingest(MONDAY + hour * HOUR, Leaderboards.stats(7, rows.toString()));
    }

    private void fileHours(int from, int to) {
        for (int hour = from; hour <= to; hour++) {
            file(hour, true);
        }
    }

    private CheaterReport report() {
        return new GetCheatersHandler(boards.jdbc, new ShippedSettings())
                .handle(new GetCheaters())
                .report();
    }

    /** The ring shows from the fourth capture on, and the leader has looked at the week before that. */
    private void theLeaderKeepsAWeekWithoutTheRing() {
        fileHours(0, 2);
        leader.run();
        fileHours(3, 4);
        leader.run();
        assertThat(report().clusters()).isEmpty();
    }

    @Test
    void theSameCapturesAreLookedAtOnce() {
        fileHours(0, 3);
        assertThat(leader.run()).isEqualTo("0 players and 1 clusters flagged");
        assertThat(leader.run()).isEqualTo("nothing new");
        assertThat(other.run()).isEqualTo("nothing new");
    }

    @Test
    void afterAnotherNodeHasMadeTheReportAnewTheLeaderDropsItsWeek() {
        theLeaderKeepsAWeekWithoutTheRing();
        assertThat(other.recompute().clusters()).hasSize(1);
        assertThat(leader.run()).isEqualTo("nothing new");
        file(5, true);
        leader.run();
        assertThat(report().clusters()).hasSize(1);
    }

    @Test
    void afterAnotherNodeHasForgottenTheReportTheLeaderMakesAllOfItAnew() {
        theLeaderKeepsAWeekWithoutTheRing();
        assertThat(other.forget()).isEqualTo(1);
        assertThat(other.forget()).isZero();
        leader.run();
        assertThat(report().clusters()).hasSize(1);
    }

    @Test
    void anEarlierCaptureOfTheWeekThatIsFiledAgainMakesAnotherReport() {
        fileHours(0, 4);
        leader.run();
        assertThat(report().clusters()).hasSize(1);
        for (int hour = 1; hour <= 3; hour++) {
            file(hour, false);
        }
        assertThat(leader.run()).isNotEqualTo("nothing new");
        assertThat(report().clusters()).isEmpty();
        assertThat(leader.run()).isEqualTo("nothing new");
    }

    @Test
    void aCaptureOfTheWeekBeforeMakesNone() {
        fileHours(0, 4);
        leader.run();
        file(-1, true);
        assertThat(leader.run()).isEqualTo("nothing new");
    }
}
