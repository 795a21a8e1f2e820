package dev.kiwi.projection.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.embedded.TestStores;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded a row a record is still there after the logs were packed. */
class PackedLogsTest {
    private final DataSource dataSource = TestStores.freshDatabase().dataSource();
    private final JdbcClient sql = JdbcClient.create(dataSource);

    @Test
    void oldRecordsKeepPlaceAndContent() {
        migrate("1");
        sql.sql("""
                        create table telemetry.usage_event_20261121 partition of telemetry.usage_event
                            for values from ('2026-11-21T00:00Z') to ('2026-11-22T00:00Z');
                        create table telemetry.page_view_20261121 partition of telemetry.page_view
                            for values from ('2026-11-21T00:00Z') to ('2026-11-22T00:00Z');
                        insert into telemetry.usage_event values (7, '2026-11-21T23:59:59Z', 'ada', 't1', 'GET', '/v1/a',
                            '/v1/a', 404, 'not_found', 12, 'req_1');
                        insert into telemetry.page_view values (3, '2026-11-21T00:00:00Z', '/', '/', 'hash')""").update();
        migrate("2");
        assertThat(sql.sql("select * from telemetry.usage_event").query().singleRow())
                .containsEntry("position", 7L)
                .containsEntry("errors", true)
                .containsEntry("status_code", 404)
                .containsEntry("error_code", "not_found")
                .containsEntry("request_id", "req_1");
        assertThat(sql.sql("select * from telemetry.page_view").query().singleRow())
                .containsEntry("position", 3L)
                .containsEntry("visitor_hash", "hash");
        assertThat(new DayPartitions(sql, "usage_batch").days()).hasToString("[2026-11-21]");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(TelemetrySchema.NAME)
                .defaultSchema(TelemetrySchema.NAME)
                .table("flyway_history")
                .locations("classpath:db/telemetry")
                .target(version)
                .load()
                .migrate();
    }
}
