package dev.kiwi.web.status;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.config.OverrideSetting;
import dev.kiwi.api.config.ResetSetting;
import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.command.status.Prober;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.feed.FeedStandIn;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** misc-btt.md B: a probe in, the reads of it out. */
@ExtendWith(WithKiwi.class)
class ServerStatusTest {
    private final RunningKiwi kiwi;
    private final WebTestClient anybody;
    private final List<String> overridden = new ArrayList<>();

    ServerStatusTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.anybody = kiwi.with(kiwi.token(kiwi.account()));
    }

    private JsonNode get(String path) {
        return json(anybody.get().uri("/v1/misc/trove-status" + path));
    }

    @AfterEach
    void reset() {
        overridden.forEach(key -> kiwi.send(new ResetSetting(key, null)));
    }

    private void set(String key, String json) {
        overridden.add(key);
        kiwi.send(new OverrideSetting(key, json, null));
    }

    private void probeAt(int port) {
        set("trove_status_eu_host", "\"127.0.0.1\"");
        set("trove_status_us_host", "\"127.0.0.1\"");
        set("trove_status_pts_host", "\"\"");
        set("trove_status_eu_port", Integer.toString(port));
        set("trove_status_us_port", Integer.toString(port));
        set("trove_status_game_deep_probe", "false");
        set("trove_status_probe_attempts", "1");
        RuntimeSettings settings = kiwi.part(RuntimeSettings.class);
        await().until(() -> settings.integer("trove_status_us_port").getAsInt() == port
                && settings.integer("trove_status_eu_port").getAsInt() == port
                && settings.integer("trove_status_probe_attempts").getAsInt() == 1
                && settings.text("trove_status_us_host").get().equals("127.0.0.1")
                && settings.text("trove_status_eu_host").get().equals("127.0.0.1")
                && settings.text("trove_status_pts_host").get().isEmpty()
                && !settings.flag("trove_status_game_deep_probe").getAsBoolean());
        kiwi.part(Prober.class).cycle();
    }

    @Test
    void aProbeIsToldAndItsChangesAreHistory() throws Exception {
        FeedStandIn.answers(FeedStandIn.LOGIN, 404, "");
        try (ServerSocket game = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            probeAt(game.getLocalPort());
        }
        JsonNode up = get("");
        assertThat(up.propertyNames()).containsExactly("overall", "auth", "environments", "checked_at");
        assertThat(up.path("overall").stringValue()).isEqualTo("online");
        assertThat(up.at("/auth/http_status").intValue()).isEqualTo(404);
        assertThat(up.at("/environments/eu/game/probe").stringValue()).isEqualTo("tcp");
        assertThat(up.at("/environments/pts/status").stringValue()).isEqualTo("maintenance");
        JsonNode before = await().until(() -> get("/history?env=us&days=1"), history -> isNow(history, "online"));
        assertThat(before.path("uptime").isNull() || before.path("uptime").doubleValue() > 0)
                .isTrue();

        kiwi.later(Duration.ofMinutes(5), () -> {
            FeedStandIn.answers(FeedStandIn.LOGIN, 503, "");
            kiwi.part(Prober.class).cycle();
            assertThat(get("").path("overall").stringValue()).isEqualTo("down");
            JsonNode after = await().until(() -> get("/history?env=us&days=1"), history -> isNow(history, "down"));
            JsonNode segments = after.path("segments");
            assertThat(segments.at("/" + (segments.size() - 2) + "/duration_seconds")
                            .longValue())
                    .isBetween(290L, 330L);
            assertThat(after.path("outages")).isNotEmpty();
            assertThat(get("/history?env=live&days=1").path("env").stringValue())
                    .isEqualTo("eu");
        });
        kiwi.later(Duration.ofMinutes(16), () -> {
            JsonNode old = get("");
            assertThat(old.path("overall").stringValue()).isEqualTo("unknown");
            assertThat(old.path("checked_at").isNull()).isTrue();
            assertThat(old.path("auth").isNull()).isTrue();
            assertThat(old.at("/environments/eu/game").isNull()).isTrue();
        });
    }

    private static boolean isNow(JsonNode history, String status) {
        JsonNode segments = history.path("segments");
        JsonNode last = segments.at("/" + (segments.size() - 1));
        return last.path("status").asString("").equals(status)
                && last.path("ended_at").isNull();
    }

    @Test
    void readsAreKeptForAWhileAndHaveAnETag() {
        String etag = anybody.get()
                .uri("/v1/misc/trove-status")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=30, public")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        anybody.get()
                .uri("/v1/misc/trove-status")
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
        kiwi.client()
                .get()
                .uri("/v1/misc/trove-status/history")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=60, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env=na", "env=EU", "days=0", "days=91", "days=x"})
    void whatDoesNotFitIs422(String query) {
        json(anybody.get().uri("/v1/misc/trove-status/history?" + query).exchange(), 422);
    }
}
