package dev.kiwi.projection.telemetry;

import dev.kiwi.api.kernel.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The Postgres schema {@code telemetry}: logs and what is made of them. */
public final class TelemetrySchema {
    static final String NAME = "telemetry";

    public TelemetrySchema(DataSource dataSource) {
        new Migrations(NAME, "flyway_history", "db/telemetry")
                .applyWith(
                        dataSource,
                        () -> Flyway.configure()
                                .dataSource(dataSource)
                                .schemas(NAME)
                                .defaultSchema(NAME)
                                .table("flyway_history")
                                .locations("classpath:db/telemetry")
                                .load()
                                .migrate());
    }
}
