package dev.kiwi.web.idempotency;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Creates and migrates the Postgres schema {@code web}, with a history of its own. */
final class WebSchema {
    private WebSchema() {}

    static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("web")
                .locations("classpath:db/web")
                .load()
                .migrate();
    }
}
