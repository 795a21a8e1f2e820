package dev.kiwi.web.leaderboard;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.projection.leaderboard.cheater.AnalysedBoard;
import dev.kiwi.projection.leaderboard.cheater.AnalysedCapture;
import dev.kiwi.projection.leaderboard.cheater.Week;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hours of a week from the reset on, parsed and in memory: what the analysis sees of a store, without one. */
final class GeneratedWeek implements Week {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>(List.of(""));
    private final List<Long> anchors = new ArrayList<>();
    private final List<List<AnalysedBoard>> captures = new ArrayList<>();

    static GeneratedWeek of(DumpGenerator generator, int hours) {
        GeneratedWeek week = new GeneratedWeek();
        for (int hour = 0; hour <= hours; hour++) {
            week.add(generator.timestamp(hour), dump(generator, hour));
        }
        return week;
    }

    private static ParsedCapture dump(DumpGenerator generator, int hour) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            generator.write(hour, out);
            return LeaderBotParser.parse(new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(long anchor, ParsedCapture capture) {
        int[] players = new int[capture.names()];
        Arrays.setAll(players, n -> id(capture.name(n)));
        anchors.add(anchor);
        captures.add(capture.boards().stream()
                .filter(board -> board.size() > 0)
                .map(board -> board(board, players))
                .sorted(Comparator.comparing(AnalysedBoard::category).thenComparing(AnalysedBoard::name))
                .toList());
    }

    private int id(String name) {
        return ids.computeIfAbsent(PlayerKey.of(name), key -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    private static AnalysedBoard board(ParsedBoard board, int[] players) {
        return new AnalysedBoard(
                board.uuid(),
                board.name(),
                board.category(),
                ResetKinds.effective(board.uuid(), null),
                null,
                BoardRows.of(board, players));
    }

    AnalysedCapture newest() {
        return new AnalysedCapture(anchors.getLast(), captures.getLast(), names.toArray(String[]::new));
    }

    @Override
    public long[] anchors() {
        return anchors.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public double[][] scores(int board, int[] players) {
        double[][] scores = new double[anchors.size()][];
        for (int slot = 0; slot < scores.length; slot++) {
            scores[slot] = scoresAt(slot, board, players);
        }
        return scores;
    }

    private double[] scoresAt(int slot, int uuid, int[] players) {
        Map<Integer, Double> found = new HashMap<>();
        captures.get(slot).stream().filter(board -> board.uuid() == uuid).forEach(board -> {
            for (int i = 0; i < board.rows().size(); i++) {
                found.putIfAbsent(board.rows().player(i), board.rows().score(i));
            }
        });
        return Arrays.stream(players)
                .mapToDouble(player -> found.getOrDefault(player, Double.NaN))
                .toArray();
    }

    @Override
    public Earlier earlier(int board, int[] players, long cycle) {
        long[] found = new long[players.length];
        double[] scores = new double[players.length];
        for (int slot = anchors.size() - 2; slot >= 0 && anchors.get(slot) >= cycle; slot--) {
            double[] there = scoresAt(slot, board, players);
            for (int i = 0; i < players.length; i++) {
                if (found[i] == 0 && !Double.isNaN(there[i])) {
                    found[i] = anchors.get(slot);
                    scores[i] = there[i];
                }
            }
        }
        return new Earlier(found, scores);
    }
}
