package dev.kiwi.projection.activity;

import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.leaderboard.ClubBoards;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who rose on at least one board between two captures (activity.md A1).
 *
 * @param players ids
 * @param byBoard how many rose on each board, where anybody did
 */
record ActivePlayers(BitSet players, Map<Integer, Integer> byBoard) {

    /** Finds them, board by board; keeps its tables for the next window. */
    static final class Finder {
        private final ScoreTable before = new ScoreTable();
        private final ScoreTable seen = new ScoreTable();

        ActivePlayers between(Standings early, Standings late) {
            BitSet players = new BitSet();
            Map<Integer, Integer> byBoard = new LinkedHashMap<>();
            for (ParsedBoard board : late.boards()) {
                ParsedBoard earlier = early.board(board.uuid());
                if (earlier != null && ClubBoards.listsPlayers(board.uuid())) {
                    before.fill(early, earlier);
                    int active = mark(late, board, players);
                    if (active > 0) {
                        byBoard.put(board.uuid(), active);
                    }
                }
            }
            return new ActivePlayers(players, byBoard);
        }

        private int mark(Standings late, ParsedBoard board, BitSet players) {
            seen.clear();
            int active = 0;
            for (int row = 0; row < board.size(); row++) {
                int player = late.player(board, row);
                // A newcomer counts from nothing; a reset is a drop and counts for nobody.
                if (seen.put(player, 0) && board.score(row) > before.of(player)) {
                    players.set(player);
                    active++;
                }
            }
            return active;
        }
    }
}
