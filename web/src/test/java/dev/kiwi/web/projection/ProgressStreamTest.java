package dev.kiwi.web.projection;

import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

/** Whoever starts a rebuild watches it here. */
@ExtendWith(WithKiwi.class)
class ProgressStreamTest {
    private static final String STREAM = "/admin/projections/stream";

    private final WebTestClient admin;

    ProgressStreamTest(RunningKiwi kiwi) {
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    @Test
    void aRebuildIsSeenUntilItIsDone() {
        List<JsonNode> seen = new CopyOnWriteArrayList<>();
        Disposable watching = admin.get()
                .uri(STREAM)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(JsonNode.class)
                .getResponseBody()
                .subscribe(seen::add);
        try {
            admin.post()
                    .uri("/admin/projections/session/replay")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> seen.stream()
                            .anyMatch(rebuild -> rebuild.path("name")
                                            .asString("")
                                            .equals("session")
                                    && rebuild.path("phase").asString("").equals("done")));
        } finally {
            watching.dispose();
        }
    }
}
