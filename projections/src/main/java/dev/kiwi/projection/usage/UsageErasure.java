package dev.kiwi.projection.usage;

import dev.kiwi.projection.telemetry.LogProjector;
import java.util.Collection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is recorded of persons (platform.md 24.3), in the log and in its aggregate. Blocks. */
public final class UsageErasure {
    private final JdbcClient sql;
    private final LogProjector projector;

    /** @param projector of the aggregate, which must not add meanwhile what is being deleted */
    public UsageErasure(DataSource dataSource, LogProjector projector) {
        this.sql = JdbcClient.create(dataSource);
        this.projector = projector;
    }

    /** @return how many recorded requests are gone */
    public int erase(Collection<String> accountIds) {
        String[] accounts = accountIds.toArray(String[]::new);
        return projector.alone(() -> {
            sql.sql("delete from telemetry.usage_hour where user_id = any(:accounts)")
                    .param("accounts", accounts)
                    .update();
            return sql.sql(
                            "with gone as (delete from telemetry.usage_batch where user_id = any(:accounts) returning nth)"
                                    + " select coalesce(sum(cardinality(nth)), 0) from gone")
                    .param("accounts", accounts)
                    .query(Integer.class)
                    .single();
        });
    }
}
