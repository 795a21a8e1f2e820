package dev.kiwi.web.demo;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.OfItsOwn;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the demo shows, in an application of its own: other tests want theirs without it. */
@OfItsOwn
@ExtendWith(WithKiwi.class)
class DemoDataTest {
    private static final Duration HISTORY = Duration.ofHours(2);
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final List<Class<? extends DemoPart>> PARTS =
            List.of(DemoStatus.class, DemoRotations.class, DemoMarket.class, DemoGiveaways.class, DemoSupporters.class);

    private static RunningKiwi kiwi;

    @BeforeAll
    static void start(RunningKiwi own) throws IOException {
        kiwi = own;
        for (Class<? extends DemoPart> part : PARTS) {
            kiwi.part(part).load(Instant.now(), FORTNIGHT);
        }
    }

    @Test
    void isServedAndFiledOnce() throws Exception {
        DemoData demo = kiwi.part(DemoData.class);
        List<String> told = new ArrayList<>();
        assertThat(demo.load(HISTORY, (filed, all) -> told.add(filed + "/" + all)))
                .isEqualTo(2);
        assertThat(told).containsExactly("1/2", "2/2");

        await().until(() -> page("/site/leaderboards/timestamps").path("count").asInt() >= 2);
        assertThat(demo.load(HISTORY, (filed, all) -> told.add("again")))
                .as("what is there is left alone")
                .isZero();
        assertThat(told).hasSize(2);
        assertThat(page("/site/giveaways").size()).isEqualTo(6);
    }

    @Test
    void theMarketHasPricesOfTwoWeeks() {
        await().until(() -> page("/site/market/items").path("count").asInt() > 50);
        await().untilAsserted(() -> {
            assertThat(page("/site/market/listings").path("total").asInt()).isGreaterThan(100);
            assertThat(page("/site/market/items/Glim/history").path("count").asInt())
                    .isGreaterThan(7);
        });
        assertThat(page("/site/market/items/Glim/summary").path("min_each").asDouble())
                .isPositive();
    }

    @Test
    void rotationsHaveWhatBotsReport() {
        await().untilAsserted(() -> {
            assertThat(page("/site/rotations/chaos-chest")
                            .path("item")
                            .path("name")
                            .asString())
                    .isNotEmpty();
            assertThat(page("/site/rotations/challenge/current").path("name").asString(""))
                    .isNotEmpty();
            assertThat(page("/site/rotations/luxion").path("active").asBoolean())
                    .isTrue();
        });
    }

    @Test
    void theServersHadOutagesAndAreUp() {
        await().untilAsserted(() -> {
            JsonNode eu = page("/site/trove-status/history?env=eu&days=30");
            assertThat(eu.path("outages").size()).isEqualTo(3);
            assertThat(eu.path("uptime").asDouble()).isBetween(.98, .999);
            assertThat(eu.path("segments").get(6).path("status").asString()).isEqualTo("online");
        });
    }

    @Test
    void giveawaysAreOpenToComeAndOver() {
        await().untilAsserted(() -> assertThat(statuses())
                .containsExactlyInAnyOrder("open", "open", "scheduled", "drawn", "drawn", "closed"));
        JsonNode drawn = StreamSupport.stream(page("/site/giveaways").spliterator(), false)
                .filter(one -> one.path("status").asString().equals("drawn"))
                .findFirst()
                .orElseThrow();
        assertThat(drawn.path("winner_username").asString("")).isNotEmpty();

        JsonNode proof = page("/site/giveaways/" + drawn.path("id").asString() + "/draw");
        assertThat(proof.path("seed").asString("")).hasSize(64);
        assertThat(proof.path("tickets").size())
                .isEqualTo(drawn.path("entry_count").asInt());
    }

    @Test
    void somebodyIsThanked() {
        await().until(() -> page("/v1/misc/supporters").path("count").asInt() > 5);
    }

    private static List<String> statuses() {
        return StreamSupport.stream(page("/site/giveaways").spliterator(), false)
                .map(one -> one.path("status").asString())
                .toList();
    }

    private static JsonNode page(String path) {
        return json(kiwi.client().get().uri(path));
    }
}
