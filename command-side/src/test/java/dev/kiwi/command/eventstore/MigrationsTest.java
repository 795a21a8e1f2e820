package dev.kiwi.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.Migrations;
import dev.kiwi.embedded.TestStores;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flyway is passed over only when it would find that its history is, file by file, what the class path holds. */
class MigrationsTest {
    private DataSource database;

    @BeforeEach
    void open() {
        database = TestStores.freshDatabase().dataSource();
    }

    @Test
    void anEmptyDatabaseIsMigrated() {
        assertThat(flywayIsAsked()).isTrue();
    }

    @Test
    void aHistoryThatFitsIsLeftAlone() {
        EventStoreConfiguration.flyway(database).migrate();
        assertThat(flywayIsAsked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE es.flyway_history SET checksum = checksum + 1 WHERE version = '2'",
                "UPDATE es.flyway_history SET checksum = NULL WHERE version = '2'",
                "UPDATE es.flyway_history SET success = false WHERE version = '2'",
                "UPDATE es.flyway_history SET script = 'V2__other.sql' WHERE version = '2'",
                "DELETE FROM es.flyway_history WHERE version = '3'",
                "INSERT INTO es.flyway_history SELECT 99, '99', description, type, 'V99__later.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success FROM es.flyway_history"
                        + " WHERE version = '3'"
            })
    void aHistoryThatDiffersIsFlywaysToJudge(String change) {
        EventStoreConfiguration.flyway(database).migrate();
        JdbcClient.create(database).sql(change).update();
        assertThat(flywayIsAsked()).isTrue();
    }

    private boolean flywayIsAsked() {
        AtomicBoolean asked = new AtomicBoolean();
        new Migrations("es", "flyway_history", "db/eventstore").applyWith(database, () -> asked.set(true));
        return asked.get();
    }
}
