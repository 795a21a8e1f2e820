package dev.kiwi.command.giveaway;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many take part in a giveaway, by the committed truth: who has just entered is counted, however late the read models are. */
public final class EntryCounts {
    private final JdbcClient jdbc;

    EntryCounts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Blocks. */
    public int of(String giveawayId) {
        return jdbc.sql("select count(*) from es.claim where kind = ?")
                .param(Entry.claimKind(giveawayId))
                .query(Integer.class)
                .single();
    }
}
