package dev.kiwi.query.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.leaderboard.ListRenames;
import dev.kiwi.api.leaderboard.ListRenames.Rename;
import dev.kiwi.api.leaderboard.ListRenames.RenameEvidence;
import dev.kiwi.api.leaderboard.ListRenames.Renames;
import dev.kiwi.projection.leaderboard.rename.RenamePass;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@QueryComponent
class ListRenamesHandler {
    private final JdbcClient jdbc;
    private final BooleanSupplier enabled;
    private final JsonMapper json = new JsonMapper();

    ListRenamesHandler(JdbcClient jdbc, RuntimeSettings settings) {
        this.jdbc = jdbc;
        this.enabled = settings.flag("renames_enabled");
    }

    @QueryHandler
    Renames handle(ListRenames query) {
        int total = jdbc.sql("select count(*) from pm.player_rename")
                .query(Integer.class)
                .single();
        List<Rename> renames = jdbc.sql(
                        "select * from pm.player_rename order by to_anchor desc, id desc limit ? offset ?")
                .params(query.limit(), query.offset())
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
