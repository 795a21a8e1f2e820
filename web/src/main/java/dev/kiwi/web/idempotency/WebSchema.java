package dev.kiwi.web.idempotency;

import dev.kiwi.api.kernel.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Creates and migrates the Postgres schema {@code web}, with a history of its own. */
final class WebSchema {
    private WebSchema() {}

    static void migrate(DataSource dataSource) {
        new Migrations("web", "flyway_schema_history", "db/web")
                .applyWith(
                        dataSource,
                        () -> Flyway.configure()
                                .dataSource(dataSource)
                                .schemas("web")
                                .locations("classpath:db/web")
                                .load()
                                .migrate());
    }
}
