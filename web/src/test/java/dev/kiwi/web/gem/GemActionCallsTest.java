package dev.kiwi.web.gem;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Making gems and doing things to them, gems.md. */
@ExtendWith(WithKiwi.class)
class GemActionCallsTest {
    private final RunningKiwi kiwi;
    private final GemCalls gems;

    GemActionCallsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.gems = GemCalls.of(kiwi);
    }

    private ObjectNode rolled(String body) {
        return (ObjectNode) gems.posted("generate", body);
    }

    private ObjectNode mystic() {
        return rolled("{\"tier\":4,\"type\":1,\"element\":4,\"restriction\":1,\"level\":10,\"seed\":7}");
    }

    private static int rolls(JsonNode gem) {
        return gem.path("stats")
                .valueStream()
                .mapToInt(stat -> stat.path("containers").size())
                .sum();
    }

    @Test
    void aGemHasItsMembersInTheirOrder() {
        ObjectNode gem = mystic();
        assertThat(gem.propertyNames())
                .containsExactly(
                        "id",
                        "tier",
                        "type",
                        "element",
                        "restriction",
                        "ability",
                        "level",
                        "stats",
                        "augmentation",
                        "ability_name",
                        "gem_name",
                        "is_max_level",
                        "quality",
                        "power_rank",
                        "stat_values",
                        "seed");
        assertThat(gem.path("gem_name").stringValue()).isEqualTo("Fierce Mystic Gem");
        assertThat(gem.path("ability").isNull()).isTrue();
        assertThat(gem.path("seed").intValue()).isEqualTo(7);
        assertThat(gem.path("id").longValue()).isBetween(170_000_000_000L, 9_000_000_000_000L);
        assertThat(rolls(gem)).isEqualTo(5);
        assertThat(gem.path("stats").path(0).propertyNames())
                .containsExactlyInAnyOrder("type", "containers", "locked", "augmentation_progress");
        assertThat(gem.at("/stats/0/containers/0").propertyNames())
                .containsExactlyInAnyOrder("base", "augments", "increase", "value", "real_value");
        assertThat(gem.at("/stats/0/containers/0/augments").toString())
                .isEqualTo("[{\"type\":1,\"count\":0},{\"type\":2,\"count\":0},{\"type\":3,\"count\":0}]");
        assertThat(gem.path("stat_values")).hasSize(3).allMatch(value -> value.size() == 1);
    }

    /** A seed that somebody wrote down brings the same gem in every later version. */
    @Test
    void aSeedBringsTheSameGemForEver() {
        ObjectNode gem = rolled("{\"seed\":20261122,\"level\":15}");
        assertThat(gem.path("stats").valueStream().map(stat -> stat.path("type").intValue()))
                .containsExactly(6, 2, 4);
        assertThat(gem.path("gem_name").stringValue()).isEqualTo("Arcane Radiant Gem");
        assertThat(gem.path("quality").doubleValue()).isEqualTo(0.314);
    }

    @Test
    void theSeedOfAnAnswerMakesItAgain() {
        ObjectNode gem = rolled("{}");
        ObjectNode again = rolled("{\"seed\":" + gem.path("seed").longValue() + "}");
        assertThat(again.without("id").toString()).isEqualTo(gem.without("id").toString());
        ObjectNode body = GemCalls.with(mystic()).put("level", 15);
        JsonNode levelled = gems.posted("set-level", body);
        body.put("seed", levelled.path("seed").longValue());
        assertThat(gems.posted("set-level", body)).isEqualTo(levelled);
    }

    @Test
    void aGemMayBePostedBackAsItCame() {
        ObjectNode gem = mystic();
        JsonNode outcome = gems.posted("set-level", GemCalls.with(gem).put("level", 10));
        assertThat(outcome.path("applied").booleanValue()).isFalse();
        gem.remove("seed");
        assertThat(outcome.path("gem")).isEqualTo(gem);
    }

    @Test
    void everyActionIsApplied() {
        ObjectNode gem = mystic();
        JsonNode augmented = gems.posted(
                "augment", GemCalls.with(gem).put("stat_position", 0).put("augment_type", 3));
        assertThat(augmented.path("applied").booleanValue()).isTrue();
        assertThat(augmented.at("/gem/stats/0/containers/0/increase").doubleValue())
                .isEqualTo(0.125);
        JsonNode usual = gems.posted("augment", GemCalls.with(gem).put("stat_position", 0));
        assertThat(usual.at("/gem/stats/0/containers/0/increase").doubleValue()).isEqualTo(0.025);

        int free = gem.at("/stats/0/locked").booleanValue() ? 1 : 0;
        JsonNode sparked = gems.posted("spark", GemCalls.with(gem).put("stat_position", free));
        assertThat(sparked.path("applied").booleanValue()).isTrue();
        assertThat(sparked.path("gem").path("stats").path(free).path("type"))
                .isNotEqualTo(gem.path("stats").path(free).path("type"));

        int several = gem.at("/stats/0/containers").size() > 1
                ? 0
                : gem.at("/stats/1/containers").size() > 1 ? 1 : 2;
        JsonNode flared = gems.posted("flare", GemCalls.with(gem).put("stat_position", several));
        assertThat(flared.path("applied").booleanValue()).isTrue();
        assertThat(rolls(flared.path("gem"))).isEqualTo(5);

        JsonNode risen = gems.posted("level-up", GemCalls.with(gem));
        assertThat(risen.at("/gem/level").intValue()).isEqualTo(11);

        JsonNode highest = gems.posted("set-level", GemCalls.with(gem).put("level", 99));
        assertThat(highest.at("/gem/level").intValue()).isEqualTo(35);
        assertThat(highest.at("/gem/is_max_level").booleanValue()).isTrue();
        assertThat(rolls(highest.path("gem"))).isEqualTo(6);
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        JsonNode gem = JsonMapper.shared()
                .readTree(
                        "{\"tier\":1,\"type\":2,\"element\":1,\"level\":1,\"stats\":[{\"type\":1,\"containers\":[{}]},"
                                + "{\"type\":3,\"containers\":[{\"base\":0.5,\"augments\":[]}]},{\"type\":5,\"containers\":[]}]}");
        JsonNode outcome = gems.posted("level-up", GemCalls.with(gem)).path("gem");
        assertThat(outcome.at("/stats/0/containers/0/base").doubleValue()).isBetween(0.0, 1.0);
        assertThat(outcome.at("/stats/0/containers/0/augments")).hasSize(3);
        assertThat(outcome.at("/stats/1/containers/0/augments")).isEmpty();
        assertThat(outcome.at("/stats/2/augmentation_progress").doubleValue()).isZero();
        assertThat(outcome.at("/stats/0/locked").booleanValue()).isFalse();
        assertThat(outcome.path("gem_name").isNull()).isTrue();
        assertThat(outcome.path("id").longValue()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tier\":5}", "{\"type\":3}", "{\"element\":-1}", "{\"type\":1,\"restriction\":3}"})
    void anUnknownWishIs400(String body) {
        assertThat(gems.refused("generate", body, 400)).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"level\":0}",
                "{\"level\":1.5}",
                "{\"augmentation\":1.01}",
                "{\"augmentation\":-0.01}",
                "{\"seed\":-1}",
                "{\"seed\":9007199254740992}",
                "{\"tier\":\"best\"}"
            })
    void aWishThatIsNoneIs422(String body) {
        assertThat(gems.refused("generate", body, 422)).isEqualTo("validation_error");
    }

    @ParameterizedTest
    @CsvSource({"augment, 3, 1", "spark, 3, 1", "flare, 99, 1", "augment, 0, 4"})
    void aPositionOrFocusThatIsNotThereIs400(String action, int position, int augment) {
        ObjectNode body = GemCalls.with(mystic()).put("stat_position", position).put("augment_type", augment);
        assertThat(gems.refused(action, body, 400)).isEqualTo("bad_request");
    }

    @Test
    void aStatThatGemsDoNotHaveIs400() {
        ObjectNode gem = mystic();
        ((ObjectNode) gem.at("/stats/0")).put("type", 8);
        assertThat(gems.refused("level-up", GemCalls.with(gem), 400)).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @CsvSource({
        "'', tier, 9",
        "'', type, 0",
        "'', element, 5",
        "'', restriction, 3",
        "'', ability, 13",
        "'', level, 0",
        "'', stats, null",
        "'', tier, null",
        "'', augmentation, 2",
        "/stats/1, type, 10",
        "/stats/1, containers, null",
        "/stats/1/containers/0, base, 1e30",
        "/stats/1/containers/0/augments/0, type, 4",
        "/stats/1/containers/0/augments/0, count, -1",
        "'', level, \"high\""
    })
    void aGemThatIsNoneIs422(String place, String member, String value) {
        ObjectNode gem = mystic();
        ((ObjectNode) gem.at(place)).set(member, JsonMapper.shared().readTree(value));
        assertThat(gems.refused("level-up", GemCalls.with(gem), 422)).isEqualTo("validation_error");
    }

    @Test
    void otherThanThreeStatsAre422() {
        ObjectNode gem = mystic();
        ((ArrayNode) gem.path("stats")).remove(2);
        for (String action : List.of("augment", "spark", "flare", "level-up", "set-level")) {
            ObjectNode body = GemCalls.with(gem).put("stat_position", 0).put("level", 5);
            assertThat(gems.refused(action, body, 422)).isEqualTo("validation_error");
        }
    }

    @Test
    void aBodyWithoutWhatIsNeededIs422() {
        assertThat(gems.refused("augment", "{}", 422)).isEqualTo("validation_error");
        assertThat(gems.refused("spark", GemCalls.with(mystic()), 422)).isEqualTo("validation_error");
        assertThat(gems.refused("flare", GemCalls.with(mystic()).put("stat_position", -1), 422))
                .isEqualTo("validation_error");
        assertThat(gems.refused("set-level", GemCalls.with(mystic()).put("level", 0), 422))
                .isEqualTo("validation_error");
    }

    @Test
    void aTokenIsNeeded() {
        for (String action : List.of("generate", "augment", "spark", "flare", "level-up", "set-level")) {
            json(
                    kiwi.client()
                            .post()
                            .uri("/v1/gems/" + action)
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue("{}")
                            .exchange(),
                    401);
        }
    }
}
