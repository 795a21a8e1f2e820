package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.kernel.Migrations;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The Postgres schema {@code webhook_outbox}, looked at when it is first needed: no start waits for it. */
final class DeliveryTables {
    private static final String SCHEMA = "webhook_outbox";
    private static final String HISTORY = "flyway_history";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private boolean ready;

    DeliveryTables(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** Joins the running transaction, if there is one. */
    synchronized JdbcClient sql() {
        if (!ready) {
            new Migrations(SCHEMA, HISTORY, "db/webhook").applyWith(dataSource, () -> flyway().migrate());
            ready = true;
        }
        return jdbc;
    }

    /** False while nothing was ever queued: who only looks, or clears away, needs no tables. */
    boolean areMade() {
        return jdbc.sql("select to_regclass('webhook_outbox.asked') is not null")
                .query(Boolean.class)
                .single();
    }

    /** All of it or nothing; part of the running transaction, if there is one. */
    <T> T inTransaction(Supplier<T> work) {
        sql();
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of a transaction");
        }
        return result;
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table(HISTORY)
                .locations("classpath:db/webhook")
                .load();
    }
}
