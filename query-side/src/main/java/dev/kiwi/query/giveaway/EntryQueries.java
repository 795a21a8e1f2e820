package dev.kiwi.query.giveaway;

import static dev.kiwi.query.giveaway.GiveawayQueries.instant;

import dev.kiwi.api.giveaway.DrawRecord;
import dev.kiwi.api.giveaway.FindDraw;
import dev.kiwi.api.giveaway.GiveawayStatus;
import dev.kiwi.api.giveaway.ListOwnEntries;
import dev.kiwi.api.giveaway.OwnEntries;
import dev.kiwi.api.giveaway.OwnEntries.OwnEntry;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code giveaway.entry}. */
@QueryComponent
final class EntryQueries {
    private final JdbcClient jdbc;

    EntryQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    OwnEntries own(ListOwnEntries query) {
        return new OwnEntries(jdbc.sql("""
                        select g.id, g.title, g.prize_name, g.status, g.starts_at, g.ends_at, e.entered_at, e.ticket,
                            c.text_id, g.status = 'drawn' and coalesce(g.winner_user_id = e.site_user_id, false) as won
                        from giveaway.entry e
                            join giveaway.giveaway g on g.id = e.giveaway_id
                            left join giveaway.code c on c.id = g.code_id and c.awarded_to = e.site_user_id
                        where e.site_user_id = ?
                        order by won desc, g.ends_at desc, g.id""")
                .param(query.siteUserId())
                .query((row, n) -> entry(row))
                .list());
    }

    private static OwnEntry entry(ResultSet row) throws SQLException {
        boolean won = row.getBoolean("won");
        return new OwnEntry(
                row.getString("id"),
                row.getString("title"),
                row.getString("prize_name"),
                GiveawayStatus.of(row.getString("status")),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("ticket"),
                won,
                won ? row.getString("text_id") : null);
    }

    @QueryHandler
    DrawRecord draw(FindDraw query) {
        return jdbc.sql("select * from giveaway.giveaway where id = ?")
                .param(query.giveawayId())
                .query((row, n) -> draw(row))
                .optional()
                .orElseThrow(GiveawayQueries::notFound);
    }

    private DrawRecord draw(ResultSet row) throws SQLException {
        String id = row.getString("id");
        DrawRecord.Outcome outcome = outcome(row);
        return new DrawRecord(
                id,
                GiveawayStatus.of(row.getString("status")),
                row.getString("commitment"),
                row.getInt("entry_count"),
                outcome == null ? List.of() : tickets(id),
                outcome);
    }

    private static DrawRecord.@Nullable Outcome outcome(ResultSet row) throws SQLException {
        String seed = row.getString("seed");
        if (seed == null) {
            return null;
        }
        Instant endedAt = Objects.requireNonNull(instant(row, "ended_at"));
        return new DrawRecord.Outcome(
                seed,
                row.getString("entrants_hash"),
                row.getObject("winner_index", Integer.class),
                row.getString("winner_ticket"),
                row.getInt("left_out"),
                endedAt);
    }

    private List<String> tickets(String giveawayId) {
        return jdbc.sql("select ticket from giveaway.entry where giveaway_id = ? and not is_left_out order by number")
                .param(giveawayId)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
