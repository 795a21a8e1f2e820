package dev.kiwi.web.gem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Ranking of builds, gems.md. */
@ExtendWith(WithKiwi.class)
class BuildCallsTest {
    private final GemCalls gems;

    BuildCallsTest(RunningKiwi kiwi) {
        this.gems = GemCalls.of(kiwi);
    }

    @Test
    void everythingHasADefault() {
        JsonNode answer = gems.posted("builds/calculate", "{}");
        assertThat(answer.path("count").intValue()).isEqualTo(190);
        assertThat(answer.path("results")).hasSize(190);
        JsonNode first = answer.at("/results/0");
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "rank",
                        "layout",
                        "base_dmg",
                        "crit_dmg",
                        "light",
                        "bonus_dmg",
                        "total_dmg",
                        "class_bonus",
                        "coefficient");
        assertThat(first.path("rank").intValue()).isEqualTo(1);
        assertThat(first.path("layout").stringValue()).isEqualTo("9/0/2/16");
        assertThat(first.path("bonus_dmg").toString()).isEqualTo("139.99999400000002");
        assertThat(first.path("coefficient").doubleValue()).isEqualTo(52464618.67);
        assertThat(gems.posted(
                        "builds/calculate",
                        "{\"build_type\":null,\"character\":null,\"food\":null,\"light\":null,\"litany\":null}"))
                .isEqualTo(answer);
    }

    @Test
    void everyFieldCounts() {
        JsonNode answer = gems.posted(
                "builds/calculate",
                "{\"build_type\":\"Farm\",\"character\":\"Lunar Lancer\",\"subclass\":\"Solarion\","
                        + "\"food\":\"fishing_phys_3_base\",\"ally\":\"spidermonkey_heckbug\",\"litany\":true,"
                        + "\"subclass_active\":true,\"critical_damage_count\":1,\"light\":9000}");
        assertThat(answer.path("count").intValue()).isEqualTo(200);
        assertThat(answer.at("/results/0/layout").stringValue()).isEqualTo("9/0/0/18 + 3/0/0/3/3/0");
        assertThat(answer.at("/results/0/coefficient").doubleValue()).isEqualTo(94074560.62);
        JsonNode flagged = gems.posted("builds/calculate", "{\"berserker_battler\":true,\"no_face\":true}");
        assertThat(flagged.at("/results/0/light").intValue()).isEqualTo(12944 + 750);
        JsonNode starred = gems.posted("builds/calculate", "{\"star_chart\":\"SC:pb0b0a0|\"}");
        assertThat(starred.at("/results/0/light").intValue()).isEqualTo(12944 + 150);
    }

    @Test
    void ofHealthThereIsNoClassBonus() {
        JsonNode first =
                gems.posted("builds/calculate", "{\"build_type\":\"Health\"}").at("/results/0");
        assertThat(first.path("class_bonus").isNull()).isTrue();
        assertThat(first.path("layout").stringValue()).endsWith(" + 0/0/0/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"character\":\"bard\"}", "{\"subclass\":\"\"}"})
    void aClassThatIsNoneIs400(String body) {
        assertThat(gems.refused("builds/calculate", body, 400)).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"critical_damage_count\":4}",
                "{\"critical_damage_count\":-1}",
                "{\"light\":\"bright\"}",
                "{\"light\":1.5}",
                "{\"build_type\":7}",
                "{\"litany\":\"perhaps\"}"
            })
    void aBodyThatIsNoneIs422(String body) {
        assertThat(gems.refused("builds/calculate", body, 422)).isEqualTo("validation_error");
    }
}
