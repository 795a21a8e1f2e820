package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.BoardInfo;
import dev.kiwi.api.leaderboard.GetBoards;
import dev.kiwi.api.leaderboard.GetBoards.BoardList;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetBoardsHandler {
    private final JdbcClient jdbc;

    GetBoardsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    BoardList handle(GetBoards query) {
        List<BoardInfo> boards =
                jdbc.sql("""
                        select b.uuid, b.name_id, b.name, b.category_id, b.category, b.reset_kind_override, k.type
                        from leaderboards.board_capture c
                        join leaderboards.board b on b.uuid = c.board_uuid
                        left join leaderboards.board_contest k on k.board_uuid = c.board_uuid and k.anchor = c.anchor
                        where c.anchor = ?
                        order by b.category collate "C", b.name collate "C", b.uuid""").param(query.anchor()).query(BoardColumns::info).list();
        return new BoardList(query.anchor(), boards, boards.size());
    }
}
