package dev.kiwi.web.misc;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** misc-btt.md A. */
@ExtendWith(WithKiwi.class)
class MiscTest {
    private final RunningKiwi kiwi;
    private final WebTestClient anybody;

    MiscTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.anybody = kiwi.client();
    }

    private WebTestClient.ResponseSpec convert(Map<String, ?> body) {
        return anybody.post().uri("/v1/misc/time/convert").bodyValue(body).exchange();
    }

    @Test
    void listsSoftwareByCategory() {
        JsonNode software = json(anybody.get().uri("/v1/misc/software"));
        assertThat(software.path("count").intValue()).isEqualTo(5);
        assertThat(software.at("/categories/0/key").stringValue()).isEqualTo("blueprints");
        assertThat(software.at("/categories/0/software/0/free").booleanValue()).isFalse();
    }

    @Test
    void listsTimezones() {
        JsonNode zones = json(anybody.get().uri("/v1/misc/timezones"));
        assertThat(zones.path("count").intValue()).isEqualTo(11);
        assertThat(zones.at("/items/0").toString()).isEqualTo("{\"id\":\"trove\",\"name\":\"Trove Server (Reset)\"}");
    }

    @Test
    void tellsTheTime() {
        JsonNode now = json(anybody.get().uri("/v1/misc/time/now"));
        assertThat(now.path("zones")).hasSize(11);
        assertThat(now.path("unix").longValue()).isCloseTo(System.currentTimeMillis() / 1_000, offset(60L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/misc/software", "/v1/misc/timezones", "/v1/misc/supporters"})
    void whatSomebodyHasIsNotSentAgain(String path) {
        String tag = anybody.get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        anybody.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void convertsATime() {
        JsonNode time = json(convert(Map.of("datetime", "2026-06-05T12:00:00", "timezone", "trove")), 200);
        assertThat(time.path("unix").longValue()).isEqualTo(1_780_700_400);
        assertThat(time.path("iso_utc").stringValue()).isEqualTo("2026-06-05T23:00:00+00:00");
        assertThat(time.at("/zones/0").toString())
                .isEqualTo(
                        "{\"id\":\"trove\",\"name\":\"Trove Server (Reset)\","
                                + "\"datetime\":\"2026-06-05T12:00:00-11:00\",\"date\":\"Jun 05, 2026\",\"time\":\"12:00:00\"}");
        assertThat(time.at("/discord/6/code").stringValue()).isEqualTo("<t:1780700400:R>");
        Map<String, Object> zero = new HashMap<>();
        zero.put("unix", 0);
        zero.put("datetime", null);
        assertThat(json(convert(zero), 200).path("unix").longValue()).isZero();
    }

    @Test
    void refusesWhatIsNoTime() {
        List<Map<String, ?>> bodies = List.of(
                Map.of(),
                Map.of("datetime", " "),
                Map.of("datetime", "soon"),
                Map.of("datetime", "2026-06-05", "timezone", "Mars/Olympus"),
                Map.of("unix", 253_402_300_800L));
        for (Map<String, ?> body : bodies) {
            assertThat(json(convert(body), 400).at("/error/code").stringValue()).isEqualTo("bad_request");
        }
    }

    @Test
    void refusesABodyOfAnotherShape() {
        json(convert(Map.of("unix", "soon")), 422);
        json(convert(Map.of("datetime", "2".repeat(65))), 422);
    }

    @Test
    void aBadTokenIsNobody() {
        json(kiwi.with("kiwi_nonsense").get().uri("/v1/misc/timezones").exchange(), 401);
    }
}
