package dev.kiwi.projection.machinery;

import dev.kiwi.api.kernel.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The machinery's own tables, in the Postgres schema {@code pm}. */
public final class MachinerySchema {
    public MachinerySchema(DataSource dataSource) {
        new Migrations("pm", "flyway_history", "db/projection")
                .applyWith(
                        dataSource,
                        () -> Flyway.configure()
                                .dataSource(dataSource)
                                .schemas("pm")
                                .defaultSchema("pm")
                                .table("flyway_history")
                                .locations("classpath:db/projection")
                                .load()
                                .migrate());
    }
}
