package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Boards for the calculators: player n is number n. */
final class Boards {
    static final CheaterSettings.Players PLAYERS = new CheaterSettings.Players(true, 5, 10, 20, 0.05, Set.of(), 0.85);
    static final CheaterSettings.Stems STEMS = new CheaterSettings.Stems(true, 3, 0.02, 2, 8, Set.of());
    static final CheaterSettings.Movement MOVEMENT =
            new CheaterSettings.Movement(400, 1, 0.9, 0.05, 3, 0.7, 0.6, 2, 40, 3600);
    static final CheaterSettings SETTINGS = new CheaterSettings(
            PLAYERS, STEMS, MOVEMENT, new CheaterSettings.Schedule(6, 0.8), new CheaterSettings.Fusing(0.06, 0.6));

    private Boards() {}

    /** Ranks from 1, players from 0. */
    static AnalysedBoard of(double... scores) {
        return listed(7, 0, scores);
    }

    /** Ranks from 1, players from the first one. */
    static AnalysedBoard listed(int uuid, int first, double... scores) {
        String text = IntStream.range(0, scores.length)
                .mapToObj(i -> (i + 1) + ";p" + i + ";" + scores[i])
                .collect(Collectors.joining("|"));
        try {
            ParsedCapture capture = LeaderBotParser.parse(
                    new ByteArrayInputStream(("a$b$7 = BOARD$STATS##" + text + "\n").getBytes(StandardCharsets.UTF_8)));
            ParsedBoard board = capture.boards().getFirst();
            int[] players = IntStream.range(first, first + capture.names()).toArray();
            return new AnalysedBoard(uuid, "BOARD", "STATS", ResetKind.WEEKLY, null, BoardRows.of(board, players));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Falls by a tenth of a per cent a rank, below what is given. */
    static double[] field(int size, double... leaders) {
        double[] scores = Arrays.copyOf(leaders, size);
        for (int i = leaders.length; i < size; i++) {
            scores[i] = 1000 * Math.pow(0.999, i);
        }
        return scores;
    }
}
