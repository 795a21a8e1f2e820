package dev.kiwi.query.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.BoardInfo;
import dev.kiwi.api.leaderboard.GetBoard;
import dev.kiwi.api.leaderboard.GetBoard.BoardOne;
import dev.kiwi.api.leaderboard.GetBoard.ContestMark;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetBoardHandler {
    private final JdbcClient jdbc;

    GetBoardHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    BoardOne handle(GetBoard query) {
        BoardInfo board = jdbc.sql("""
                        select uuid, name_id, name, category_id, category, reset_kind_override, null as type
                        from leaderboards.board where uuid = ?""")
                .param(query.uuid())
                .query(BoardColumns::info)
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such leaderboard."));
        List<ContestMark> contests = jdbc.sql("""
                        select anchor, type from leaderboards.board_contest where board_uuid = ? order by anchor""")
                .param(query.uuid())
                .query((row, number) -> new ContestMark(row.getLong(1), row.getString(2)))
                .list();
        return new BoardOne(
                board.uuid(),
                board.nameId(),
                board.name(),
                board.categoryId(),
                board.category(),
                null,
                board.resetKind(),
                board.playerBoard(),
                contests);
    }
}
