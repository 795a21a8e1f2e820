package dev.kiwi.query.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.leaderboard.ListRenames;
import dev.kiwi.api.leaderboard.ListRenames.Rename;
import dev.kiwi.api.leaderboard.ListRenames.RenameEvidence;
import dev.kiwi.api.leaderboard.ListRenames.Renames;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.projection.leaderboard.rename.RenamePass;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@QueryComponent
class ListRenamesHandler {
    private static final String OF_PLAYER = "(:player::text is null or :player in (from_lower, to_lower))";

    private final JdbcClient jdbc;
    private final BooleanSupplier enabled;
    private final JsonMapper json = new JsonMapper();

    ListRenamesHandler(JdbcClient jdbc, RuntimeSettings settings) {
        this.jdbc = jdbc;
        this.enabled = settings.flag("renames_enabled");
    }

    @QueryHandler
    Renames handle(ListRenames query) {
        String player = query.player();
        String key = player == null ? null : PlayerKey.lookup(player);
        int total = jdbc.sql("select count(*) from pm.player_rename where " + OF_PLAYER)
                .param("player", key, Types.VARCHAR)
                .query(Integer.class)
                .single();
        List<Rename> renames = jdbc.sql("select * from pm.player_rename where " + OF_PLAYER
                        + " order by to_anchor desc, id desc limit :limit offset :offset")
                .param("player", key, Types.VARCHAR)
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query(this::rename)
                .list();
        return new Renames(renames, total, query.limit(), query.offset(), enabled.getAsBoolean(), RenamePass.METHOD);
    }

    private Rename rename(ResultSet row, int number) throws SQLException {
        return new Rename(
                row.getLong("id"),
                row.getString("from_name"),
                row.getString("to_name"),
                row.getLong("from_anchor"),
                row.getLong("to_anchor"),
                row.getDouble("confidence"),
                row.getInt("matched_boards"),
                List.of(json.readValue(row.getString("evidence"), RenameEvidence[].class)),
                row.getInt("method_version"),
                row.getTimestamp("created_at").toInstant().getEpochSecond());
    }
}
