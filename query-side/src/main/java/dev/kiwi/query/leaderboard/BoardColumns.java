package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.BoardInfo;
import dev.kiwi.api.leaderboard.ClubBoards;
import dev.kiwi.api.leaderboard.ResetKinds;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The columns of a board, and what is computed from them. */
final class BoardColumns {
    private BoardColumns() {}

    /** Reads uuid, name_id, name, category_id, category, reset_kind_override, type. */
    static BoardInfo info(ResultSet row, int number) throws SQLException {
        int uuid = row.getInt("uuid");
        return new BoardInfo(
                uuid,
                row.getString("name_id"),
                row.getString("name"),
                row.getString("category_id"),
                row.getString("category"),
                row.getString("type"),
                ResetKinds.effective(uuid, row.getString("reset_kind_override")).text(),
                ClubBoards.listsPlayers(uuid));
    }
}
