package dev.kiwi.query.giveaway;

import dev.kiwi.api.giveaway.DueGiveaways;
import dev.kiwi.api.giveaway.FindGiveaway;
import dev.kiwi.api.giveaway.GiveawayList;
import dev.kiwi.api.giveaway.GiveawayStatus;
import dev.kiwi.api.giveaway.GiveawayView;
import dev.kiwi.api.giveaway.ListDueGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code giveaway.giveaway}. */
@QueryComponent
final class GiveawayQueries {
    private static final String SELECT = """
            select g.*, d.name as drawer_name
            from giveaway.giveaway g left join giveaway.drawer d on d.id = g.drawer_id
            where\s""";

    private final JdbcClient jdbc;

    GiveawayQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    GiveawayView find(FindGiveaway query) {
        return jdbc.sql(SELECT + "g.id = ?")
                .param(query.giveawayId())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(GiveawayQueries::notFound);
    }

    static Refusal notFound() {
        return new Refusal(ErrorCode.NOT_FOUND, "There is no such giveaway.");
    }

    @QueryHandler
    GiveawayList list(ListGiveaways query) {
        // Each mentions the moment once, so that one binding fits all.
        String rest = switch (query.which()) {
            case ONGOING -> "g.status = 'open' and not g.is_closing and g.ends_at > :at order by g.ends_at, g.id";
            case UPCOMING -> "g.status = 'scheduled' and :at is not null order by g.starts_at, g.id";
            case ENDED -> "g.status in ('drawn', 'closed') and g.ends_at >= :at order by g.ends_at desc, g.id desc";
            case SHOWN -> "g.status <> 'cancelled' and :at is not null order by g.starts_at desc, g.id desc limit 50";
            case NEWEST_OPEN ->
                "g.status = 'open' and not g.is_closing and :at is not null order by g.created_at desc, g.id desc limit 1";
            case ALL -> ":at is not null order by g.created_at desc, g.id desc";
        };
        return new GiveawayList(jdbc.sql(SELECT + rest.replace(":at", "cast(:at as timestamptz)"))
                .param("at", Timestamp.from(query.at()))
                .query((row, n) -> view(row))
                .list());
    }

    @QueryHandler
    DueGiveaways due(ListDueGiveaways query) {
        Timestamp at = Timestamp.from(query.at());
        return new DueGiveaways(
                jdbc.sql(
                                "select id from giveaway.giveaway where status = 'scheduled' and starts_at <= ? order by starts_at")
                        .param(at)
                        .query((row, n) -> row.getString(1))
                        .list(),
                jdbc.sql("""
                                select id from giveaway.giveaway
                                where status in ('open', 'scheduled') and (ends_at <= ? or is_closing)
                                order by ends_at""").param(at).query((row, n) -> row.getString(1)).list());
    }

    private static GiveawayView view(ResultSet row) throws SQLException {
        GiveawayStatus status = GiveawayStatus.of(row.getString("status"));
        return new GiveawayView(
                row.getString("id"),
                row.getString("title"),
                row.getString("description"),
                row.getString("prize_name"),
                status,
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getInt("entry_count"),
                row.getString("drawer_id"),
                row.getString("drawer_name"),
                row.getString("code_id"),
                row.getString("winner_user_id"),
                row.getString("winner_name"),
                status == GiveawayStatus.DRAWN ? instant(row, "ended_at") : null,
                row.getTimestamp("created_at").toInstant());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
