package dev.kiwi.query.giveaway;

import static dev.kiwi.query.giveaway.GiveawayQueries.instant;

import dev.kiwi.api.giveaway.CodeList;
import dev.kiwi.api.giveaway.CodeView;
import dev.kiwi.api.giveaway.DrawerList;
import dev.kiwi.api.giveaway.DrawerView;
import dev.kiwi.api.giveaway.FindCode;
import dev.kiwi.api.giveaway.FindDrawer;
import dev.kiwi.api.giveaway.ListCodes;
import dev.kiwi.api.giveaway.ListDrawers;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code giveaway.drawer} and {@code giveaway.code}. */
@QueryComponent
final class DrawerQueries {
    private static final String DRAWERS = """
            select d.*, count(c.id) filter (where c.status = 'available') as available,
                count(c.id) filter (where c.status = 'reserved') as reserved,
                count(c.id) filter (where c.status = 'awarded') as awarded
            from giveaway.drawer d left join giveaway.code c on c.drawer_id = d.id\s""";

    private final JdbcClient jdbc;

    DrawerQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    DrawerList list(ListDrawers query) {
        return new DrawerList(jdbc.sql(DRAWERS + "group by d.id order by d.created_at desc, d.id desc")
                .query((row, n) -> drawer(row))
                .list());
    }

    @QueryHandler
    DrawerView find(FindDrawer query) {
        return jdbc.sql(DRAWERS + "where d.id = ? group by d.id")
                .param(query.drawerId())
                .query((row, n) -> drawer(row))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such drawer."));
    }

    private static DrawerView drawer(ResultSet row) throws SQLException {
        return new DrawerView(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getInt("available"),
                row.getInt("reserved"),
                row.getInt("awarded"),
                row.getTimestamp("created_at").toInstant());
    }

    @QueryHandler
    CodeList codes(ListCodes query) {
        find(new FindDrawer(query.drawerId()));
        return new CodeList(
                jdbc.sql("select * from giveaway.code where drawer_id = ? order by created_at desc, id desc")
                        .param(query.drawerId())
                        .query((row, n) -> code(row))
                        .list());
    }

    @QueryHandler
    CodeView code(FindCode query) {
        return jdbc.sql("select * from giveaway.code where id = ?")
                .param(query.codeId())
                .query((row, n) -> code(row))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such code."));
    }

    private static CodeView code(ResultSet row) throws SQLException {
        return new CodeView(
                row.getString("id"),
                row.getString("drawer_id"),
                row.getString("text_id"),
                row.getString("status"),
                row.getString("giveaway_id"),
                instant(row, "awarded_at"),
                row.getTimestamp("created_at").toInstant());
    }
}
