package dev.kiwi.web.feed;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.feed.Relays;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the admin sees of the relays. */
@ExtendWith(WithKiwi.class)
class RelaysApiTest {
    private final RunningKiwi kiwi;

    RelaysApiTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private JsonNode relays() {
        return json(kiwi.with(kiwi.superuser().session()).get().uri("/admin/feeds"));
    }

    @Test
    void eachRelayHasItsAgeAndItsLastError() {
        FeedStandIn.answers(FeedStandIn.EVENTS, 200, "[]");
        kiwi.part(Relays.class).fetch("trove_events");
        JsonNode all = relays();
        assertThat(all.path("items").valueStream().map(item -> item.path("name").stringValue()))
                .containsExactly(
                        "news",
                        "twitch",
                        "youtube",
                        "bilibili",
                        "trove_events",
                        "btt_releases",
                        "btt_changelog",
                        "chaos_chest",
                        "delves",
                        "delves_history");
        assertThat(all.path("count").intValue()).isEqualTo(10);
        JsonNode events = all.at("/items/4");
        assertThat(events.path("host").stringValue()).isEqualTo("127.0.0.1");
        assertThat(events.path("every_seconds").intValue()).isEqualTo(900);
        assertThat(events.path("configured").booleanValue()).isTrue();
        assertThat(events.path("age_seconds").longValue()).isBetween(0L, 60L);
        assertThat(events.path("last_error").isNull()).isTrue();
        kiwi.later(
                Duration.ofHours(2),
                () -> assertThat(relays().at("/items/4/age_seconds").longValue())
                        .isGreaterThanOrEqualTo(7_200));
    }

    @Test
    void itIsForAdministrators() {
        json(kiwi.client().get().uri("/admin/feeds").exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri("/admin/feeds").exchange(), 403);
    }

    @Test
    void eachRelayIsAJob() {
        JsonNode jobs = json(kiwi.with(kiwi.superuser().session()).get().uri("/admin/jobs"));
        assertThat(jobs.valueStream().map(job -> job.path("name").stringValue()))
                .contains(
                        "feed-news",
                        "feed-twitch",
                        "feed-youtube",
                        "feed-bilibili",
                        "feed-trove-events",
                        "feed-btt-releases",
                        "feed-btt-changelog",
                        "feed-chaos-chest",
                        "feed-delves",
                        "feed-delves-history",
                        "server-status");
    }
}
