package dev.kiwi.command.mail;

import dev.kiwi.api.kernel.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Postgres schema {@code mail}, looked at when it is first needed: no start waits for it. */
final class MailTables {
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private boolean ready;

    MailTables(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Joins the running transaction, if there is one. */
    synchronized JdbcClient sql() {
        if (!ready) {
            new Migrations("mail", "flyway_history", "db/mail").applyWith(dataSource, () -> flyway().migrate());
            ready = true;
        }
        return jdbc;
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("mail")
                .defaultSchema("mail")
                .table("flyway_history")
                .locations("classpath:db/mail")
                .load();
    }
}
