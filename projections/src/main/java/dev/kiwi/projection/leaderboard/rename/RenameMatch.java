package dev.kiwi.projection.leaderboard.rename;

import dev.kiwi.api.leaderboard.ListRenames.RenameEvidence;
import dev.kiwi.api.leaderboard.Score;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is gone, who is new, and whose scores on boards that never reset go on under the other's name. */
final class RenameMatch {
    private static final double SAME = 1 - 1e-9;
    private static final double CEILING = 0.97;

    private final RenameSettings settings;
    private final BitSet gone;
    private final BitSet come;
    private final Map<Long, Pair> pairs = new HashMap<>();
    private final Map<Integer, Integer> boardsOf = new HashMap<>();

    /** @param before players of the earlier capture, on any board; @param after of the later one */
    RenameMatch(RenameSettings settings, BitSet before, BitSet after) {
        this.settings = settings;
        this.gone = (BitSet) before.clone();
        this.gone.andNot(after);
        this.come = (BitSet) after.clone();
        this.come.andNot(before);
    }

    /** @param drift sum over the boards of the shares by which scores rose */
    private static final class Pair {
        private final int from;
        private final int to;
        private final List<RenameEvidence> boards = new ArrayList<>();
        private double drift;

        private Pair(int from, int to) {
            this.from = from;
            this.to = to;
        }

        private int size() {
            return boards.size();
        }
    }

    /** @param from and {@code to}: players */
    record Match(int from, int to, double confidence, List<RenameEvidence> evidence) {}

    /** One lifetime board of players, in both captures. */
    void compare(int uuid, BoardRows before, BoardRows after) {
        int[] olds = rows(before, gone);
        int[] news = rows(after, come);
        Integer[] byScore = Arrays.stream(news).boxed().toArray(Integer[]::new);
        Arrays.sort(byScore, Comparator.comparingDouble(after::score));
        for (int old : olds) {
            double score = before.score(old);
            List<Integer> fitting = fitting(byScore, after, score);
            for (int row : fitting) {
                Pair pair = pairs.computeIfAbsent(
                        (long) before.player(old) << 32 | after.player(row),
                        key -> new Pair(before.player(old), after.player(row)));
                pair.drift += after.score(row) / score - 1;
                pair.boards.add(
                        new RenameEvidence(uuid, Score.number(score), Score.number(after.score(row)), fitting.size()));
            }
        }
    }

    /** First rows of the wanted players with scores that say something. */
    private int[] rows(BoardRows rows, BitSet wanted) {
        BitSet seen = new BitSet();
        int[] found = new int[rows.size()];
        int count = 0;
        for (int i = 0; i < rows.size(); i++) {
            int player = rows.player(i);
            // Nothing drifts from zero, whatever the least score is set to.
            boolean telling = rows.score(i) > 0 && rows.score(i) >= settings.minScore();
            if (wanted.get(player) && !seen.get(player) && telling) {
                seen.set(player);
                boardsOf.merge(player, 1, Integer::sum);
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private List<Integer> fitting(Integer[] byScore, BoardRows after, double score) {
        int low = 0;
        int high = byScore.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (after.score(byScore[middle]) < score * SAME) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Integer> fitting = new ArrayList<>();
        double most = score * (1 + settings.drift());
        for (int i = low; i < byScore.length && after.score(byScore[i]) <= most; i++) {
            fitting.add(byScore[i]);
        }
        return fitting;
    }

    /** The best of each other, where the next best has fewer boards. */
    List<Match> matches() {
        Map<Integer, Best> byOld = new HashMap<>();
        Map<Integer, Best> byNew = new HashMap<>();
        for (Pair pair : pairs.values()) {
            if (pair.size() >= settings.minBoards()
                    && boardsOf.getOrDefault(pair.from, 0) >= settings.minBoards()
                    && boardsOf.getOrDefault(pair.to, 0) >= settings.minBoards()) {
                byOld.computeIfAbsent(pair.from, key -> new Best()).offer(pair);
                byNew.computeIfAbsent(pair.to, key -> new Best()).offer(pair);
            }
        }
        List<Match> matches = new ArrayList<>();
        byOld.forEach((old, best) -> {
            Pair pair = best.first();
            Best other = byNew.getOrDefault(pair.to, best);
            int next = Math.max(best.nextBoards, other.nextBoards);
            if (other.first() == pair && next < pair.size()) {
                double confidence = confidence(pair, next);
                if (confidence >= settings.minConfidence()) {
                    matches.add(new Match(pair.from, pair.to, confidence, List.copyOf(pair.boards)));
                }
            }
        });
        matches.sort(Comparator.comparingInt(Match::from));
        return matches;
    }

    /** The best pair of a player, and how many boards the second best has. */
    private static final class Best {
        private final List<Pair> top = new ArrayList<>(1);
        private int nextBoards;

        private Pair first() {
            return top.getFirst();
        }

        private void offer(Pair pair) {
            if (top.isEmpty()) {
                top.add(pair);
                return;
            }
            boolean better =
                    pair.size() > first().size() || pair.size() == first().size() && pair.drift < first().drift;
            nextBoards = Math.max(nextBoards, better ? first().size() : pair.size());
            if (better) {
                top.set(0, pair);
            }
        }
    }

    private double tightness(RenameEvidence board) {
        // Where no drift is allowed, all scores that fit are the same.
        return settings.drift() == 0
                ? 1
                : Math.max(
                        0,
                        1 - (board.newScore().doubleValue() / board.oldScore().doubleValue() - 1) / settings.drift());
    }

    private double confidence(Pair pair, int next) {
        int k = pair.size();
        double tightness =
                pair.boards.stream().mapToDouble(this::tightness).average().orElse(0);
        double exclusivity = (k - next) / (double) k;
        double rarity =
                pair.boards.stream().filter(board -> board.candidates() == 1).count() / (double) k;
        double confidence = (1 - Math.pow(0.5, k))
                * (0.55 + 0.45 * tightness)
                * (0.60 + 0.40 * exclusivity)
                * (0.70 + 0.30 * rarity);
        return new BigDecimal(Math.min(CEILING, confidence))
                .setScale(4, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
