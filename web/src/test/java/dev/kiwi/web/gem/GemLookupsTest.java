package dev.kiwi.web.gem;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lookups, options and stat ranges, gems.md. */
@ExtendWith(WithKiwi.class)
class GemLookupsTest {
    private static final String RANGE = "stat-range?tier=4&type=1&stat_type=7";

    private final RunningKiwi kiwi;
    private final GemCalls gems;

    GemLookupsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.gems = GemCalls.of(kiwi);
    }

    @Test
    void lookupsHaveEveryId() {
        JsonNode lookups = gems.read("lookups");
        assertThat(lookups.path("tiers").path(3).toString())
                .isEqualTo("{\"id\":4,\"name\":\"Mystic\",\"max_level\":35}");
        assertThat(lookups.path("types")).hasSize(2);
        assertThat(lookups.path("elements")).hasSize(4);
        assertThat(lookups.path("restrictions").toString())
                .isEqualTo("[{\"id\":1,\"name\":\"Fierce\"},{\"id\":2,\"name\":\"Arcane\"}]");
        assertThat(lookups.path("stat_types")).hasSize(9);
        assertThat(lookups.path("augment_types").path(2).toString())
                .isEqualTo("{\"id\":3,\"name\":\"Superior Focus\",\"increase_percent\":12.5}");
        assertThat(lookups.path("abilities")).hasSize(12);
        assertThat(lookups.path("abilities_by_element").toString())
                .isEqualTo("{\"Water\":[1,2,3,4,5,6,7,8],\"Fire\":[1,2,3,4,5,6,7,8],\"Air\":[1,2,3,4,5,6,7,8],"
                        + "\"Cosmic\":[9,10,11,12]}");
    }

    @Test
    void optionsNameWhatABuildTakes() {
        JsonNode options = gems.read("builds/options");
        assertThat(options.path("build_type").toString()).isEqualTo("[\"Light\",\"Farm\",\"Health\"]");
        assertThat(options.path("character")).hasSize(18);
        assertThat(options.path("character").path(1).stringValue()).isEqualTo("Boomeranger");
        assertThat(options.path("ally")).hasSize(9);
        assertThat(options.path("ally").path(0).toString())
                .isEqualTo("{\"key\":\"boot_clown\",\"label\":\"Auto (optimal for damage type)\"}");
        assertThat(options.path("food")).hasSize(4);
        assertThat(options.path("critical_damage_count").toString()).isEqualTo("{\"min\":0,\"max\":3,\"default\":3}");
        assertThat(options.path("flags").toString())
                .isEqualTo("[\"berserker_battler\",\"no_face\",\"subclass_active\",\"litany\"]");
        assertThat(options.path("notes").propertyNames())
                .containsExactly("subclass", "ally", "food", "light", "star_chart");
    }

    @Test
    void aStatHasARange() {
        JsonNode range = gems.read(RANGE + "&level=35&extra_containers=1&element=2");
        assertThat(range.path("stat_type").intValue()).isEqualTo(7);
        assertThat(range.path("stat_display_name").stringValue()).isEqualTo("Light");
        assertThat(range.path("element").intValue()).isEqualTo(2);
        assertThat(range.path("containers").intValue()).isEqualTo(2);
        assertThat(range.path("max_value").doubleValue()).isBetween(964.99, 965.01);
        assertThat(range.path("thresholds").toString()).isEqualTo("[495.0,585.0]");
        assertThat(gems.read(RANGE).path("element").intValue()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stat-range",
                "stat-range?tier=4&type=1",
                "stat-range?tier=x&type=1&stat_type=7",
                "stat-range?tier=4&type=1&stat_type=7&level=0",
                "stat-range?tier=4&type=1&stat_type=7&extra_containers=-1",
                "stat-range?tier=4&type=1&stat_type=7&element=fire"
            })
    void aRangeOfNothingIs422(String path) {
        JsonNode answer = json(gems.client().get().uri("/v1/gems/" + path).exchange(), 422);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("validation_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stat-range?tier=5&type=1&stat_type=7",
                "stat-range?tier=4&type=3&stat_type=7",
                "stat-range?tier=4&type=1&stat_type=10",
                "stat-range?tier=4&type=1&stat_type=8",
                "stat-range?tier=4&type=1&stat_type=7&element=5"
            })
    void anUnknownIdIs400(String path) {
        JsonNode answer = json(gems.client().get().uri("/v1/gems/" + path).exchange(), 400);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookups", "builds/options", RANGE})
    void whatTheCallerHasIs304(String path) {
        String tag = gems.client()
                .get()
                .uri("/v1/gems/" + path)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        gems.client()
                .get()
                .uri("/v1/gems/" + path)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookups", "builds/options", RANGE})
    void aTokenWithTheScopeIsNeeded(String path) {
        json(kiwi.client().get().uri("/v1/gems/" + path).exchange(), 401);
        String other = kiwi.mint(kiwi.account(), Map.of("name", "other", "scopes", 1))
                .path("token")
                .stringValue();
        json(kiwi.with(other).get().uri("/v1/gems/" + path).exchange(), 403);
    }
}
