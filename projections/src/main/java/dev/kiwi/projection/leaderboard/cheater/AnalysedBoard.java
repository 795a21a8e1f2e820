package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import org.jspecify.annotations.Nullable;

/** One board of the capture: what it is, and its rows by rank. */
public record AnalysedBoard(
        int uuid,
        String name,
        String category,
        ResetKind kind,
        @Nullable String contestType,
        BoardRows rows) {

    int size() {
        return rows.size();
    }

    double score(int row) {
        return rows.score(row);
    }

    int player(int row) {
        return rows.player(row);
    }

    boolean higherIsBetter() {
        return rows.higherIsBetter();
    }
}
