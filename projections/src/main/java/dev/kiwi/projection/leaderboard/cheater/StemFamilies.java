package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.ClusterBoard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Accounts with one name and a number behind it that stand side by side on a board (leaderboards.md 16.6). */
final class StemFamilies {
    private static final double TINY = 1e-9;

    private final CheaterSettings.Stems settings;
    private final Stems stems;
    private final Names names;
    private final StemMerge merge;
    /** By canonical stem; what each board adds. */
    private final Map<String, List<OnBoard>> families = new TreeMap<>();

    private int scanned;

    StemFamilies(CheaterSettings.Stems settings, Stems stems, Names names) {
        this.settings = settings;
        this.stems = stems;
        this.names = names;
        this.merge = new StemMerge(stems, settings.maxEdit());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record OnBoard(int[] players, ClusterBoard item, double spread) {}

    int scanned() {
        return scanned;
    }

    void look(AnalysedBoard board) {
        if (settings.excluded().contains(board.uuid()) || board.size() < settings.minSize()) {
            return;
        }
        scanned++;
        Map<Integer, List<Integer>> rowsOf = rowsByStem(board);
        rowsOf.values().removeIf(rows -> rows.size() < 2);
        Map<Integer, List<Integer>> merged = new HashMap<>();
        Map<Integer, Integer> canonical = merge.canonical(rowsOf.keySet());
        rowsOf.forEach((stem, rows) -> merged.computeIfAbsent(canonical.get(stem), key -> new ArrayList<>())
                .addAll(rows));
        merged.forEach((stem, rows) -> {
            int[] run = rows.size() < settings.minSize() ? new int[0] : longestRun(board, rows);
            if (run.length >= settings.minSize()) {
                families.computeIfAbsent(stems.text(stem), key -> new ArrayList<>())
                        .add(onBoard(board, run));
            }
        });
    }

    /** First row of each player who has a stem. */
    private Map<Integer, List<Integer>> rowsByStem(AnalysedBoard board) {
        BitSet seen = new BitSet();
        Map<Integer, List<Integer>> rowsOf = new HashMap<>();
        for (int i = 0; i < board.size(); i++) {
            int player = board.player(i);
            int stem = stems.of(player);
            if (stem != Stems.NONE && !seen.get(player)) {
                seen.set(player);
                rowsOf.computeIfAbsent(stem, key -> new ArrayList<>(2)).add(i);
            }
        }
        return rowsOf;
    }

    /** Rows of the longest run of scores within the band, the earliest of equally long ones. */
    private int[] longestRun(AnalysedBoard board, List<Integer> rows) {
        int[] byScore = rows.stream()
                .sorted(Comparator.comparingDouble(board::score).thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        int from = 0;
        int bestFrom = 0;
        int best = 0;
        for (int to = 0; to < byScore.length; to++) {
            while (spread(board.score(byScore[from]), board.score(byScore[to])) > settings.scoreBand()) {
                from++;
            }
            if (to - from + 1 > best) {
                best = to - from + 1;
                bestFrom = from;
            }
        }
        return Arrays.copyOfRange(byScore, bestFrom, bestFrom + best);
    }

    private static double spread(double low, double high) {
        return (high - low) / Math.max(Math.max(Math.abs(high), Math.abs(low)), TINY);
    }

    private OnBoard onBoard(AnalysedBoard board, int[] rows) {
        double low = board.score(rows[0]);
        double high = board.score(rows[rows.length - 1]);
        double spread = Numbers.rounded(spread(low, high), 6);
        int[] players = names.sorted(Arrays.stream(rows).map(board::player).toArray());
        int[] ranks = Arrays.stream(rows).map(board.rows()::rank).sorted().toArray();
        ClusterBoard item = new ClusterBoard(
                board.uuid(),
                board.name(),
                board.category(),
                board.contestType(),
                players.length,
                names.texts(players),
                Numbers.bare(low),
                Numbers.bare(high),
                spread,
                ranks[0],
                ranks[ranks.length - 1],
                null,
                null);
        return new OnBoard(players, item, spread);
    }

    List<Producer> producers() {
        List<Producer> producers = new ArrayList<>();
        families.forEach((stem, boards) -> producers.add(producer(stem, boards)));
        return producers;
    }

    private Producer producer(String stem, List<OnBoard> boards) {
        int[] players = names.sorted(boards.stream()
                .flatMapToInt(board -> Arrays.stream(board.players))
                .distinct()
                .toArray());
        double tightest = boards.stream().mapToDouble(OnBoard::spread).min().orElse(0);
        double closeness = Math.max(0, 1 - tightest / settings.scoreBand());
        double size =
                (players.length - settings.minSize()) / (double) Math.max(1, settings.sizeFull() - settings.minSize());
        double full = Math.clamp(size, 0, 1);
        double many = 1 - Math.pow(0.5, boards.size());
        double confidence = Math.min(0.95, 0.5 + 0.49 * (0.50 * closeness + 0.25 * full + 0.25 * many));
        Map<String, @Nullable Object> measured = new LinkedHashMap<>();
        measured.put("member_count", players.length);
        measured.put("board_count", boards.size());
        measured.put("tightest_spread_pct", Numbers.rounded(100 * tightest, 4));
        measured.put("score_band_pct", Numbers.rounded(100 * settings.scoreBand(), 4));
        measured.put("closeness", Numbers.rounded(closeness, 3));
        measured.put("size_term", Numbers.rounded(full, 3));
        measured.put("board_term", Numbers.rounded(many, 3));
        measured.put("ceiling", 0.95);
        String summary = String.format(
                Locale.ROOT,
                "%d accounts named \"%s\" and a number stand within %.4f %% of each other's scores on one board"
                        + " and side by side on %d; %.2f %% is close enough.",
                players.length,
                stem,
                100 * tightest,
                boards.size(),
                100 * settings.scoreBand());
        return new Producer(
                Producer.STEM,
                Producer.STEM,
                stem,
                stem + "*",
                players,
                boards.stream().map(OnBoard::item).toList(),
                Numbers.rounded(confidence, 3),
                summary,
                measured);
    }
}
