package dev.kiwi.query.misc;

import dev.kiwi.api.misc.ListSupporters;
import dev.kiwi.api.misc.ListSupporters.SupporterRows;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.query.dispatch.QueryComponent;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code trove.supporter}. */
@QueryComponent
final class SupporterQueries {
    private final JdbcClient jdbc;

    SupporterQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    SupporterRows list(ListSupporters query) {
        return new SupporterRows(jdbc.sql("select name, added_by, created_at from trove.supporter order by place")
                .query((row, n) ->
                        new Supporter(row.getString("name"), row.getString("added_by"), row.getLong("created_at")))
                .list());
    }
}
