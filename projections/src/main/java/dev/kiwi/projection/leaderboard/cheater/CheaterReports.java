package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The last report, in {@code pm.leaderboard_finding}. */
final class CheaterReports {
    private static final String KIND = "cheaters";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CheaterReports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean isOf(String state) {
        return jdbc.sql("select exists (select from pm.leaderboard_finding where kind = ? and of_state = ?)")
                .params(KIND, state)
                .query(Boolean.class)
                .single();
    }

    /** @return names the writing of it */
    String keep(String state, CheaterReport report, Instant now) {
        return jdbc.sql("""
                        insert into pm.leaderboard_finding (kind, of_state, anchor, computed_at, body)
                        values (?, ?, ?, ?, ?)
                        on conflict (kind) do update set of_state = excluded.of_state, anchor = excluded.anchor,
                            computed_at = excluded.computed_at, body = excluded.body
                        returning xmin::text""")
                .params(KIND, state)
                .param(report.anchor())
                .params(Timestamp.from(now), json.writeValueAsString(report))
                .query(String.class)
                .single();
    }

    /** Whether the report is still the one that was written then, and neither forgotten nor made anew by another node. */
    boolean isStill(String writing) {
        return jdbc.sql("select exists (select from pm.leaderboard_finding where kind = ? and xmin::text = ?)")
                .params(KIND, writing)
                .query(Boolean.class)
                .single();
    }

    int forget() {
        return jdbc.sql("delete from pm.leaderboard_finding where kind = ?")
                .param(KIND)
                .update();
    }
}
