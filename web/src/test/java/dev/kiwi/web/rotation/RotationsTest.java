package dev.kiwi.web.rotation;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** rotations.md 2: what the calculations say is in their own tests; here is what HTTP makes of it. */
@ExtendWith(WithKiwi.class)
class RotationsTest {
    private static final String BASE = "/v1/rotations";
    /** 2026-11-22T13:00:00Z, a Sunday. */
    private static final String AT = "?at=1795352400";

    private final RunningKiwi kiwi;
    private final WebTestClient anybody;

    RotationsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.anybody = kiwi.client();
    }

    private JsonNode get(String path) {
        return json(anybody.get().uri(BASE + path));
    }

    private static EntityExchangeResult<byte[]> answer(WebTestClient client, String path, String... headers) {
        var request = client.get().uri(BASE + path);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.exchange().expectBody().returnResult();
    }

    @Test
    void theClockOfAMoment() {
        assertThat(get("/server-time" + AT).toString())
                .isEqualTo(
                        "{\"now_unix\":1795352400,\"now_iso\":\"2026-11-22T13:00:00+00:00\",\"trove_day\":\"Sunday\","
                                + "\"daily_reset_at\":1795431600,\"weekly_reset_at\":1795431600}");
    }

    @Test
    void theBuffsOfAMoment() {
        JsonNode daily = get("/daily-buffs" + AT);
        assertThat(daily.at("/current/name").stringValue()).isEqualTo("Loot Day");
        assertThat(daily.at("/current/premium_buffs/0").stringValue()).isEqualTo("+400 Magic Find");
        assertThat(daily.path("week")).hasSize(7);
        assertThat(daily.at("/week/0/weekday").stringValue()).isEqualTo("Monday");
        assertThat(daily.at("/current/icon").isNull()).isTrue();
        JsonNode weekly = get("/weekly-buffs" + AT);
        assertThat(weekly.path("rotation")).hasSize(4).contains(weekly.path("current"));
    }

    @Test
    void theMerchantsOfAMoment() {
        JsonNode corruxion = get("/corruxion" + AT);
        assertThat(corruxion.propertyNames())
                .containsExactly("active", "starts_at", "ends_at", "seconds_remaining", "schedule");
        assertThat(corruxion.at("/schedule/0/starts_at")).isEqualTo(corruxion.path("starts_at"));
        assertThat(corruxion.at("/schedule/0/state").isNull()).isTrue();
        JsonNode fluxion = get("/fluxion" + AT);
        assertThat(fluxion.path("schedule")).hasSize(8);
        assertThat(fluxion.path("state").stringValue()).isIn("voting", "selling", "away");
    }

    @Test
    void theBiomesOfAMoment() {
        JsonNode longshade = get("/biomes" + AT);
        assertThat(longshade.at("/current/biomes")).hasSize(3);
        assertThat(longshade.at("/current/biomes/0").propertyNames()).containsExactly("name", "final_name", "icon");
        assertThat(longshade.path("upcoming")).hasSize(16);
        assertThat(get("/wild-mana" + AT).at("/current/biomes")).hasSize(3);
        assertThat(get("/stampy" + AT).at("/current/biomes")).hasSize(1);
        assertThat(get("/gardening" + AT).path("upcoming")).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/server-time",
                "/daily-buffs",
                "/weekly-buffs",
                "/corruxion",
                "/fluxion",
                "/gardening",
                "/biomes",
                "/wild-mana",
                "/stampy",
                "/calendar",
                "/calendar.ics",
                "/chaos-chest",
                "/challenge/current",
                "/luxion",
                "/delves",
                "/delves/weeks"
            })
    void aMomentHasOneAnswerAndItsTagIsAnswered304(String path) {
        EntityExchangeResult<byte[]> first = answer(anybody, path + AT);
        assertThat(first.getStatus().value()).isEqualTo(200);
        String tag = first.getResponseHeaders().getETag();
        assertThat(tag).startsWith("W/\"");
        EntityExchangeResult<byte[]> again = answer(kiwi.client(), path + AT);
        assertThat(again.getResponseBody()).isEqualTo(first.getResponseBody());
        EntityExchangeResult<byte[]> known = answer(anybody, path + AT, HttpHeaders.IF_NONE_MATCH, tag);
        assertThat(known.getStatus().value()).isEqualTo(304);
        assertThat(known.getResponseBody()).isNull();

        // And now.
        assertThat(answer(anybody, path).getStatus().value()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/server-time", "/stampy", "/calendar", "/calendar.ics", "/luxion", "/delves"})
    void momentsTooFarAwayAreRefused(String path) {
        for (String at : List.of("1420070399", "4133980800", "0", "-1")) {
            JsonNode refused = json(anybody.get().uri(BASE + path + "?at=" + at).exchange(), 400);
            assertThat(refused.at("/error/code").stringValue()).isEqualTo("bad_request");
        }
        assertThat(answer(anybody, path + "?at=1420070400").getStatus().value()).isEqualTo(200);
        assertThat(answer(anybody, path + "?at=4133980799").getStatus().value()).isEqualTo(200);
        json(anybody.get().uri(BASE + path + "?at=tomorrow").exchange(), 422);
    }

    @Test
    void nowIsNeverOfYesterday() {
        String today = get("/daily-buffs").at("/current/name").stringValue();
        long now = get("/server-time").path("now_unix").longValue();
        kiwi.later(Duration.ofDays(1), () -> {
            assertThat(get("/daily-buffs").at("/current/name").stringValue()).isNotEqualTo(today);
            assertThat(get("/server-time").path("now_unix").longValue()).isGreaterThanOrEqualTo(now + 86_400);
        });
        // A clock that goes back is believed too.
        assertThat(get("/daily-buffs").at("/current/name").stringValue()).isEqualTo(today);
        assertThat(get("/server-time").path("now_unix").longValue()).isLessThan(now + 86_400);
    }

    @Test
    void aTokenWithTheScopeHasTheWiderBucket() {
        String token = kiwi.mint(kiwi.account(), Map.of("name", "timers", "scopes", 1))
                .path("token")
                .stringValue();
        String without = kiwi.mint(kiwi.account(), Map.of("name", "other", "scopes", 2))
                .path("token")
                .stringValue();
        assertThat(limit(kiwi.with(token))).isEqualTo(limit(kiwi.client()) * 4);
        assertThat(limit(kiwi.with(without))).isEqualTo(limit(kiwi.client()));
        json(kiwi.with("kiwi_nonsense").get().uri(BASE + "/stampy").exchange(), 401);
    }

    private static int limit(WebTestClient client) {
        return Integer.parseInt(answer(client, "/stampy").getResponseHeaders().getFirst("X-RateLimit-Limit"));
    }
}
