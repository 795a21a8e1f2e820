package dev.kiwi.projection.leaderboard.cheater;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.leaderboard.CheaterReport;
import dev.kiwi.api.leaderboard.CheaterReport.FlaggedPlayer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a week said is applied to later captures, on which not everybody is who was there then (leaderboards.md 16.7, 16.8). */
class KeptWeekTest {
    private static final int SLOTS = 60;
    private static final int PLAYERS = 30;
    private static final Week WEEK = new Restless();
    private static final HistorySignals SAID =
            CheaterAnalysis.history(Boards.SETTINGS, capture(Boards.listed(7, 0, falling())), WEEK);

    /** Player 0 gains in each hour, nobody else ever. */
    private record Restless() implements Week {
        @Override
        public long[] anchors() {
            return LongStream.range(0, SLOTS)
                    .map(slot -> FixedWeek.ANCHOR - (SLOTS - 1 - slot) * 3_600)
                    .toArray();
        }

        @Override
        public double[][] scores(int board, int[] players) {
            return IntStream.range(0, SLOTS)
                    .mapToObj(slot -> Arrays.stream(players)
                            .mapToDouble(player -> player == 0 ? 5.0 * slot : 1)
                            .toArray())
                    .toArray(double[][]::new);
        }

        @Override
        public Earlier earlier(int board, int[] players, long cycle) {
            return new Earlier(new long[players.length], new double[players.length]);
        }
    }

    private static double[] falling() {
        return IntStream.range(0, PLAYERS).mapToDouble(row -> 1000 - row).toArray();
    }

    private static AnalysedCapture capture(AnalysedBoard... boards) {
        String[] names =
                IntStream.range(0, PLAYERS + 1).mapToObj(n -> "player" + n).toArray(String[]::new);
        return new AnalysedCapture(FixedWeek.ANCHOR, List.of(boards), names);
    }

    private static List<String> flagged(AnalysedBoard... boards) {
        CheaterReport report = CheaterAnalysis.report(Boards.SETTINGS, capture(boards), WEEK, SAID, FixedWeek.ANCHOR);
        return report.players().stream().map(FlaggedPlayer::playerName).toList();
    }

    @Test
    void whoIsStillThereIsFlagged() {
        assertThat(flagged(Boards.listed(7, 0, falling()))).containsExactly("player0");
    }

    @Test
    void whoHasLeftThatBoardIsFoundOnAnother() {
        assertThat(flagged(Boards.listed(7, 1, falling()), Boards.listed(8, 0, falling())))
                .containsExactly("player0");
    }

    @Test
    void whoIsNowhereAnyMoreKeepsNobodyElseFromTheReport() {
        assertThat(flagged(Boards.listed(7, 1, falling()))).isEmpty();
    }
}
