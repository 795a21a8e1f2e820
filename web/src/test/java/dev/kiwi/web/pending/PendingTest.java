package dev.kiwi.web.pending;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class PendingTest {
    private static final String PENDING = "/admin/pending";

    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final JdbcClient jdbc;

    PendingTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
        this.jdbc = JdbcClient.create(kiwi.part(DataSource.class));
    }

    private JsonNode pending() {
        JsonNode pending = json(admin.get().uri(PENDING));
        assertThat(pending.propertyNames()).containsExactlyInAnyOrder("counts", "detail");
        return pending;
    }

    @Test
    void showsMailThatFailedForGood() {
        var owner = kiwi.account();
        kiwi.mint(owner, Map.of("name", "bot"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        jdbc.sql("update mail.message set status = 'failed' where account_id = ? and status = 'sent'")
                                        .param(owner.id())
                                        .update()
                                == 1);
        try {
            JsonNode pending = pending();
            assertThat(pending.at("/counts/mail").longValue()).isPositive();
            assertThat(pending.at("/detail/mail/0/label").stringValue()).isEqualTo("failed");
            assertThat(pending.at("/detail/mail/0/count").longValue()).isPositive();
        } finally {
            jdbc.sql("delete from mail.message where account_id = ?")
                    .param(owner.id())
                    .update();
        }
    }

    @Test
    void showsAJobThatFailed() {
        // It runs once a day, and has run.
        await().until(() -> jdbc.sql("update es.job set last_error = 'made up' where name = 'mail-expiry'"
                                + " and finished_at is not null")
                        .update()
                == 1);
        try {
            assertThat(pending().at("/detail/jobs").valueStream()).anySatisfy(job -> {
                assertThat(job.path("label").stringValue()).isEqualTo("mail-expiry");
                assertThat(job.path("count").longValue()).isEqualTo(1);
            });
        } finally {
            jdbc.sql("update es.job set last_error = null where name = 'mail-expiry'")
                    .update();
        }
    }

    @Test
    void isForAdministratorsOnly() {
        json(kiwi.client().get().uri(PENDING).exchange(), 401);
        json(kiwi.with(kiwi.token(kiwi.superuser())).get().uri(PENDING).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri(PENDING).exchange(), 403);
    }
}
