package dev.kiwi.web.telemetry;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What an operator sees of the telemetry logs, and counting again. */
@ExtendWith(WithKiwi.class)
class TelemetryTest {
    private final RunningKiwi kiwi;
    private final WebTestClient admin;

    TelemetryTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    private JsonNode log(String name) {
        return json(admin.get().uri("/admin/telemetry"))
                .valueStream()
                .filter(log -> log.path("log").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String checksum() {
        return JdbcClient.create(kiwi.part(DataSource.class))
                .sql("select md5(string_agg(u::text, ',' order by u::text)) from telemetry.usage_hour u")
                .query((row, n) -> row.getString(1))
                .single();
    }

    @Test
    void aJobCountsWhatWasRecordedAndARebuildCountsTheSame() {
        long before = log("usage").path("head").longValue();
        kiwi.with(kiwi.token(kiwi.account()))
                .get()
                .uri("/v1/leaderboards/timestamps")
                .exchange()
                .expectStatus()
                .isOk();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> log("usage").path("head").longValue() > before);
        json(admin.post().uri("/admin/jobs/telemetry-projection/run"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> log("usage").path("lag").longValue() == 0);
        String counted = checksum();
        assertThat(json(admin.post().uri("/admin/telemetry/usage/rebuild"))
                        .path("records")
                        .longValue())
                .isPositive();
        assertThat(checksum()).isEqualTo(counted);
    }

    @Test
    void thereIsNoOtherLog() {
        json(admin.post().uri("/admin/telemetry/downloads/rebuild").exchange(), 404);
        json(
                kiwi.with(kiwi.account().session())
                        .post()
                        .uri("/admin/telemetry/usage/rebuild")
                        .exchange(),
                403);
    }

    @Test
    void partitionsAreMadeAheadOfTime() {
        json(admin.post().uri("/admin/jobs/telemetry-retention/run"));
        await().until(() -> JdbcClient.create(kiwi.part(DataSource.class))
                        .sql(
                                "select count(*) from pg_class where relname like 'page\\_view\\_batch\\_2%' and relkind = 'r'")
                        .query(Long.class)
                        .single()
                >= 3);
    }
}
