package dev.kiwi.web.gem;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** How good a gem is, gems.md. */
@ExtendWith(WithKiwi.class)
class GemEvaluationCallsTest {
    private static final String PERFECT =
            "{\"level\":35,\"stats\":[{\"type\":1,\"value\":24024,\"extra_containers\":1},"
                    + "{\"type\":3,\"value\":322.5,\"extra_containers\":1},{\"type\":7,\"value\":965,\"extra_containers\":1}]}";

    private final RunningKiwi kiwi;
    private final GemCalls gems;

    GemEvaluationCallsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.gems = GemCalls.of(kiwi);
    }

    @Test
    void aGemIsEvaluated() {
        JsonNode answer = gems.posted("evaluate", PERFECT);
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder(
                        "tier",
                        "type",
                        "type_name",
                        "element",
                        "element_name",
                        "restriction",
                        "restriction_name",
                        "level",
                        "quality",
                        "quality_percent",
                        "calculated_power_rank",
                        "has_issues",
                        "issues",
                        "stats",
                        "focus_totals",
                        "headline_cost",
                        "available_extra_containers",
                        "guessed_distribution");
        assertThat(answer.path("quality").doubleValue()).isEqualTo(1);
        assertThat(answer.path("calculated_power_rank").intValue()).isEqualTo(3261);
        assertThat(answer.path("type_name").stringValue()).isEqualTo("Lesser");
        assertThat(answer.path("guessed_distribution").toString()).isEqualTo("[1,1,1]");
        assertThat(answer.at("/stats/0").propertyNames())
                .containsExactlyInAnyOrder(
                        "type",
                        "display_name",
                        "entered_value",
                        "extra_containers",
                        "containers",
                        "threshold_progress",
                        "raw_progress",
                        "progress",
                        "quality_percent",
                        "estimated_pr_contribution",
                        "is_within_range");
        assertThat(answer.at("/focus_totals/rough_only/recipe_totals")).isEmpty();
        assertThat(answer.path("headline_cost").path("key").stringValue()).isEqualTo("optimized_precise_rough");
    }

    @Test
    void aGemIsEvaluatedByItsPowerRank() {
        JsonNode answer = gems.posted("evaluate-simple", "{\"power_rank\":3081,\"level\":35}");
        assertThat(answer.path("tier_name").stringValue()).isEqualTo("Mystic");
        assertThat(answer.path("quality").doubleValue()).isEqualTo(0.5);
        assertThat(answer.path("is_within_range").booleanValue()).isTrue();
        assertThat(answer.at("/headline_cost/precise").intValue()).isEqualTo(60);
        assertThat(gems.posted("evaluate-simple", "{}").path("distance").doubleValue())
                .isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stats\":[]}",
                "{\"tier\":7,\"stats\":[{\"type\":3,\"value\":1},{\"type\":4,\"value\":1},{\"type\":5,\"value\":1}]}",
                "{\"stats\":[{\"type\":3,\"value\":1},{\"type\":3,\"value\":1},{\"type\":5,\"value\":1}]}",
                "{\"stats\":[{\"type\":1,\"value\":1},{\"type\":2,\"value\":1},{\"type\":5,\"value\":1}]}",
                "{\"stats\":[{\"type\":3,\"value\":1,\"extra_containers\":-1},{\"type\":4,\"value\":1},{\"type\":5,\"value\":1}]}"
            })
    void whatNoGemIsIs400(String body) {
        assertThat(gems.refused("evaluate", body, 400)).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"stats\":null}",
                "{\"stats\":[null,null,null]}",
                "{\"stats\":[{\"type\":3},{\"type\":4,\"value\":1},{\"type\":5,\"value\":1}]}",
                "{\"stats\":[{\"value\":1},{\"type\":4,\"value\":1},{\"type\":5,\"value\":1}]}",
                "{\"stats\":[{\"type\":3,\"value\":1e13},{\"type\":4,\"value\":1},{\"type\":5,\"value\":1}]}",
                "{\"stats\":[{\"type\":3,\"value\":1},{\"type\":4,\"value\":1},{\"type\":5,\"value\":\"much\"}]}"
            })
    void aBodyThatIsNoneIs422(String body) {
        assertThat(gems.refused("evaluate", body, 422)).isEqualTo("validation_error");
    }

    @Test
    void aSimpleOneHasItsBoundsToo() {
        assertThat(gems.refused("evaluate-simple", "{\"level\":36}", 400)).isEqualTo("bad_request");
        assertThat(gems.refused("evaluate-simple", "{\"tier\":5}", 400)).isEqualTo("bad_request");
        assertThat(gems.refused("evaluate-simple", "{\"power_rank\":\"high\"}", 422))
                .isEqualTo("validation_error");
    }

    @Test
    void aTokenIsNeeded() {
        for (String path : List.of("evaluate", "evaluate-simple", "builds/calculate")) {
            json(
                    kiwi.client()
                            .post()
                            .uri("/v1/gems/" + path)
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue("{}")
                            .exchange(),
                    401);
        }
    }
}
