package dev.kiwi.projection.activity;

import dev.kiwi.api.activity.GameClass;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.projection.machinery.ReadModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes who stands on the class boards of the newest capture, with what the head-count of activity.md B1 asks. */
final class ClassRoster {
    private final ReadModel model;
    private final ScoreTable before = new ScoreTable();
    private final ScoreTable effort = new ScoreTable();
    private final ScoreTable powerRank = new ScoreTable();

    ClassRoster(ReadModel model) {
        this.model = model;
    }

    void clear() {
        model.change("delete from class_roster");
    }

    /** @param early the capture before; null for none */
    void replace(@Nullable Standings early, Standings newest) {
        clear();
        boolean measurable = early != null && !ResetKind.WEEKLY.crosses(early.anchor(), newest.anchor());
        for (GameClass one : GameClass.all()) {
            ParsedBoard board = newest.board(one.effortBoard());
            if (board != null) {
                write(one, board, newest, measurable ? early : null);
            }
        }
    }

    private void write(GameClass one, ParsedBoard board, Standings newest, @Nullable Standings early) {
        ParsedBoard ranks = newest.board(one.powerRankBoard());
        powerRank.fill(newest, ranks);
        before.clear();
        if (early != null) {
            before.fill(early, early.board(one.effortBoard()));
        }
        effort.clear();
        @Nullable Double[] efforts = new Double[board.size()];
        @Nullable Double[] ranked = new Double[board.size()];
        @Nullable Double[] added = new Double[board.size()];
        int players = 0;
        for (int row = 0; row < board.size(); row++) {
            int player = newest.player(board, row);
            double score = board.score(row);
            if (effort.put(player, score)) {
                efforts[players] = score;
                ranked[players] = powerRank.of(player);
                added[players++] = before.has(player) ? Math.max(0, score - before.of(player)) : null;
            }
        }
        model.jdbc()
                .sql("insert into class_roster (class_index, effort, power_rank, added) values (?, ?, ?, ?)")
                .params(Arrays.asList(
                        one.index(),
                        Arrays.copyOf(efforts, players),
                        ranks == null ? null : Arrays.copyOf(ranked, players),
                        early == null ? null : Arrays.copyOf(added, players)))
                .update();
    }
}
