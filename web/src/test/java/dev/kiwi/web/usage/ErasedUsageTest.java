package dev.kiwi.web.usage;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.projection.usage.UsageLog;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The requests of an erased account go with it. */
@ExtendWith(WithKiwi.class)
class ErasedUsageTest {
    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final Account owner;

    ErasedUsageTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
        this.owner = kiwi.account();
    }

    private int recorded() {
        return json(admin.get().uri("/admin/events?user_id=" + owner.id()))
                .path("items")
                .size();
    }

    private void awaitRecorded(int count) {
        await().atMost(Duration.ofSeconds(5)).until(() -> recorded() == count);
    }

    @Test
    void atOnceAndAlsoThoseThatCameAfterwards() {
        kiwi.with(kiwi.token(owner)).get().uri("/v1/leaderboards/timestamps").exchange();
        awaitRecorded(1);
        kiwi.send(new EraseAccount(owner.id()));
        awaitRecorded(0);

        RecordedRequest late =
                new RecordedRequest(Instant.now(), owner.id(), "t1", "GET", "/v1/a", "/v1/a", 200, null, 1, "req_late");
        new TelemetryLog<>(kiwi.part(DataSource.class), UsageLog.LOG).append(List.of(late));
        assertThat(recorded()).isEqualTo(1);
        json(admin.post().uri("/admin/jobs/usage-erasure/run"));
        awaitRecorded(0);
    }
}
