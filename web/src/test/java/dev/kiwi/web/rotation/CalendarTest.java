package dev.kiwi.web.rotation;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** rotations.md 2.10. */
@ExtendWith(WithKiwi.class)
class CalendarTest {
    private static final String CALENDAR = "/v1/rotations/calendar";
    private static final long AT = 1_795_352_400;

    private final RunningKiwi kiwi;
    private final WebTestClient anybody;

    CalendarTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.anybody = kiwi.client();
    }

    private JsonNode calendar(String query) {
        return json(anybody.get().uri(CALENDAR + "?at=" + AT + query));
    }

    private static List<String> types(JsonNode calendar) {
        return calendar.path("events")
                .valueStream()
                .map(event -> event.path("type").stringValue())
                .distinct()
                .toList();
    }

    @Test
    void hasAllThatRecursWithinAYear() {
        JsonNode calendar = calendar("");
        assertThat(calendar.path("generated_at").longValue()).isEqualTo(AT);
        assertThat(calendar.path("starts_at").longValue()).isEqualTo(AT - 365 * 86_400);
        assertThat(calendar.path("ends_at").longValue()).isEqualTo(AT + 365 * 86_400);
        assertThat(calendar.path("count").intValue())
                .isEqualTo(calendar.path("events").size())
                .isGreaterThan(1_000);
        assertThat(types(calendar))
                .contains("weekly_buff", "corruxion", "fluxion", "gardening_2", "gardening_3", "stampy", "mana")
                .doesNotContain("daily_buff", "longshade", "chaos_chest");
        assertThat(calendar.at("/events/0").propertyNames())
                .containsExactly("type", "name", "starts_at", "ends_at", "color", "state", "biomes");
    }

    @Test
    void hasMoreOnDemand() {
        assertThat(types(calendar("&include=daily_buff, longshade,chaos_chest,")))
                .contains("daily_buff", "longshade", "chaos_chest", "stampy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?include=invasion", "?include=corruxion", ".ics?type=invasion", ".ics?type=stampy,x"})
    void refusesATypeThatIsNone(String query) {
        JsonNode refused = json(anybody.get().uri(CALENDAR + query).exchange(), 422);
        assertThat(refused.at("/error/code").stringValue()).isEqualTo("validation_error");
    }

    private ICalendar feed(String query) {
        byte[] body = anybody.get()
                .uri(CALENDAR + ".ics?at=" + AT + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "text/calendar;charset=UTF-8")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Biweekly.parse(new String(body, StandardCharsets.UTF_8)).first();
    }

    @Test
    void theFeedIsReadByOthers() {
        ICalendar all = feed("");
        assertThat(all.getEvents()).hasSizeGreaterThan(500);
        assertThat(all.getEvents().stream().map(event -> event.getUid().getValue()))
                .doesNotHaveDuplicates();
        assertThat(all.getProductId().getValue()).contains("Kiwi");

        ICalendar mana = feed("&type=mana");
        assertThat(mana.getEvents()).hasSizeBetween(50, 60).allSatisfy(event -> {
            assertThat(event.getSummary().getValue()).isEqualTo("Wild Mana");
            assertThat(event.getDescription().getValue().split(", ")).hasSize(3);
        });
        VEvent first = mana.getEvents().getFirst();
        long start = first.getDateStart().getValue().getTime() / 1_000;
        assertThat(first.getDateEnd().getValue().getTime() / 1_000 - start).isEqualTo(7 * 86_400);
        assertThat(first.getUid().getValue()).isEqualTo("mana-" + start + "@kiwi");
        assertThat(Math.floorMod(start - 1_700_478_000, 7 * 86_400)).isZero();
        assertThat(feed("&type=longshade,daily_buff").getEvents()).hasSizeGreaterThan(3_000);
    }

    @Test
    void theTagStandsForTheEventsWhileTheTimeGoesOn() {
        String tag = tag("");
        kiwi.later(Duration.ofSeconds(2), () -> assertThat(tag("")).isEqualTo(tag));
        kiwi.later(Duration.ofDays(8), () -> assertThat(tag("")).isNotEqualTo(tag));
    }

    private String tag(String query) {
        return anybody.get()
                .uri(CALENDAR + query)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
    }
}
