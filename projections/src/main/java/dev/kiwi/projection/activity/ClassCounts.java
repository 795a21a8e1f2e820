package dev.kiwi.projection.activity;

import dev.kiwi.api.activity.GameClass;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.leaderboard.ResetKind;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who played which class between two captures (activity.md B2), by class index.
 *
 * @param estimates null for a class that cannot be measured
 * @param clean null also without the class's board of power ranks
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ClassCounts(@Nullable Integer[] estimates, @Nullable Integer[] clean) {

    boolean isEmpty() {
        return Arrays.stream(estimates).noneMatch(Objects::nonNull);
    }

    /** Counts them; keeps its tables for the next window. */
    static final class Counter {
        private final ScoreTable before = new ScoreTable();
        private final ScoreTable effort = new ScoreTable();
        private final ScoreTable powerRank = new ScoreTable();

        ClassCounts between(Standings early, Standings late, Thresholds thresholds) {
            ClassCounts counts =
                    new ClassCounts(new @Nullable Integer[GameClass.COUNT], new @Nullable Integer[GameClass.COUNT]);
            // Effort starts anew each week: what was done in such a window is not to be seen.
            if (!ResetKind.WEEKLY.crosses(early.anchor(), late.anchor())) {
                for (GameClass one : GameClass.all()) {
                    count(one, early, late, thresholds, counts);
                }
            }
            return counts;
        }

        private void count(GameClass one, Standings early, Standings late, Thresholds thresholds, ClassCounts counts) {
            ParsedBoard then = early.board(one.effortBoard());
            ParsedBoard now = late.board(one.effortBoard());
            if (then == null || now == null) {
                return;
            }
            ParsedBoard ranks = late.board(one.powerRankBoard());
            before.fill(early, then);
            powerRank.fill(late, ranks);
            effort.clear();
            int active = 0;
            int established = 0;
            for (int row = 0; row < now.size(); row++) {
                int player = late.player(now, row);
                double score = now.score(row);
                if (effort.put(player, score) && (!before.has(player) || score > before.of(player))) {
                    active++;
                    established += thresholds.cleared(powerRank.of(player), score) ? 1 : 0;
                }
            }
            counts.estimates[one.index()] = active;
            counts.clean[one.index()] = ranks == null ? null : established;
        }
    }
}
