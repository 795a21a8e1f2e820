package dev.kiwi.web.schedule;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class JobsTest {
    private final RunningKiwi kiwi;
    private final WebTestClient admin;

    JobsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    private JsonNode job(String name) {
        return json(admin.get().uri("/admin/jobs"))
                .valueStream()
                .filter(job -> job.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunOutOfTurnIsDoneByTheLeader() {
        await().until(() -> !job("blob-sweep").path("finished_at").isNull());
        String before = job("blob-sweep").path("finished_at").stringValue();
        assertThat(json(admin.post().uri("/admin/jobs/blob-sweep/run"))
                        .path("requested")
                        .booleanValue())
                .isTrue();
        await().until(() -> !job("blob-sweep").path("finished_at").stringValue().equals(before));
        assertThat(job("blob-sweep").path("last_result").stringValue()).contains("deleted");
        assertThat(job("blob-sweep").path("last_error").isNull()).isTrue();
    }

    @Test
    void refusesOthersAndWhatIsNoJob() {
        json(admin.post().uri("/admin/jobs/nothing/run").exchange(), 404);
        json(kiwi.client().get().uri("/admin/jobs").exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri("/admin/jobs").exchange(), 403);
    }
}
