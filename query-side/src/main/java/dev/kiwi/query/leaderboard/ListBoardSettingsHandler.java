package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.ListBoardSettings;
import dev.kiwi.api.leaderboard.ListBoardSettings.BoardSetting;
import dev.kiwi.api.leaderboard.ListBoardSettings.BoardSettings;
import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class ListBoardSettingsHandler {
    private final JdbcClient jdbc;

    ListBoardSettingsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    BoardSettings handle(ListBoardSettings query) {
        List<BoardSetting> items =
                jdbc.sql("""
                        select uuid, name, name_id, category, category_id, reset_kind_override from leaderboards.board
                        order by category collate "C", name collate "C", uuid""").query(ListBoardSettingsHandler::setting).list();
        return new BoardSettings(items, items.size());
    }

    private static BoardSetting setting(ResultSet row, int number) throws SQLException {
        int uuid = row.getInt("uuid");
        String override = row.getString("reset_kind_override");
        ResetKind kind = ResetKinds.effective(uuid, override);
        return new BoardSetting(
                uuid,
                row.getString("name"),
                row.getString("name_id"),
                row.getString("category"),
                row.getString("category_id"),
                kind.text(),
                override,
                kind == ResetKind.DAILY || kind == ResetKind.WEEKLY);
    }
}
