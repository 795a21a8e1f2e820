package dev.kiwi.web.config;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading and changing settings, platform.md 15.2 and 16. */
@ExtendWith(WithKiwi.class)
class SettingsApiTest {
    private static final String URI = "/admin/config";
    private static final String KEY = "cheaters_z_threshold";

    private final RunningKiwi kiwi;
    private final Account admin;
    private final WebTestClient client;

    SettingsApiTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.superuser();
        this.client = kiwi.with(admin.session());
    }

    @AfterEach
    void asItWas() {
        json(reset(KEY), 200);
    }

    private ResponseSpec put(String key, String body) {
        return client.put()
                .uri(URI + "/" + key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec reset(String key) {
        return client.delete().uri(URI + "/" + key).exchange();
    }

    private JsonNode listed(String key) {
        return json(client.get().uri(URI))
                .path("items")
                .valueStream()
                .filter(item -> item.path("key").stringValue().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsEverySettingInTheOrderOfTheCatalogue() {
        JsonNode answer = json(client.get().uri(URI));
        assertThat(answer.path("items")
                        .valueStream()
                        .map(item -> item.path("key").stringValue()))
                .containsExactlyElementsOf(SettingCatalog.all().stream()
                        .map(SettingDefinition::key)
                        .toList());
        assertThat(answer.path("count").intValue())
                .isEqualTo(SettingCatalog.all().size());
        assertThat(listed(KEY))
                .isEqualTo(new JsonMapper()
                        .readTree(
                                "{\"key\":\"cheaters_z_threshold\",\"category\":\"cheater_detection\",\"type\":\"float\","
                                        + "\"description\":\"Modified Z-score cut-off inside the elite cohort\",\"secret\":false,"
                                        + "\"default\":5.0,\"value\":5.0,\"is_default\":true,\"min_value\":1.0,\"max_value\":20.0,"
                                        + "\"choices\":null,\"updated_at\":null,\"updated_by_user_id\":null}"));
    }

    @Test
    void anOverrideIsShownAtOnceWithWhoMadeItAndAResetTakesItBack() {
        JsonNode item = json(put(KEY, "{\"value\":7}"), 200);
        assertThat(item.path("value").doubleValue()).isEqualTo(7.0);
        assertThat(item.path("default").doubleValue()).isEqualTo(5.0);
        assertThat(item.path("is_default").booleanValue()).isFalse();
        assertThat(item.path("updated_at").stringValue()).matches("\\d{4}-.*Z");
        assertThat(item.path("updated_by_user_id").stringValue()).isEqualTo(admin.id());
        assertThat(listed(KEY)).isEqualTo(item);

        JsonNode reset = json(reset(KEY), 200);
        assertThat(reset.path("is_default").booleanValue()).isTrue();
        assertThat(reset.path("updated_at").isNull()).isTrue();
        assertThat(listed(KEY)).isEqualTo(reset);
        assertThat(json(reset(KEY), 200)).as("done again").isEqualTo(reset);
    }

    @Test
    void whatIsDoneAgainIsNotDoneTwice() {
        String first = json(put(KEY, "{\"value\":6.5}"), 200).path("updated_at").stringValue();
        put(KEY, "{\"value\":6.5}")
                .expectHeader()
                .doesNotExist("Kiwi-Position")
                .expectBody()
                .jsonPath("$.updated_at")
                .isEqualTo(first);
        reset("cheaters_min_board_size").expectStatus().isOk().expectHeader().doesNotExist("Kiwi-Position");
    }

    @Test
    void theHistoryTellsWhoChangedWhatAndWhen() {
        long position = Long.parseLong(put(KEY, "{\"value\":8}")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Kiwi-Position"));
        List<JsonNode> events = json(client.get()
                        .uri("/admin/history?entity=setting:" + KEY + "&after_position=" + (position - 1))
                        .header("Kiwi-Min-Position", String.valueOf(position)))
                .path("items")
                .valueStream()
                .toList();
        assertThat(events).hasSize(1);
        JsonNode event = events.getFirst();
        assertThat(event.path("type").stringValue()).isEqualTo("config.SettingOverridden");
        assertThat(event.at("/actor/id").stringValue()).isEqualTo(admin.id());
        assertThat(event.at("/payload/json_value").stringValue()).isEqualTo("8.0");
        assertThat(event.at("/payload/by_account_id").stringValue()).isEqualTo(admin.id());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = ';',
            value = {
                "api_rate_limit_max;0",
                "api_rate_limit_max;100001",
                "api_rate_limit_max;10.0",
                "api_rate_limit_max;true",
                "api_rate_limit_max;null",
                "cheaters_z_threshold;0.5",
                "cheaters_z_threshold;false",
                "feature_market_enabled;1",
                "feeds_youtube_query;null",
                "feeds_youtube_query;'{\"a\":1}'"
            })
    void refusesAValueThatDoesNotFit(String key, String value) {
        JsonNode before = listed(key);
        JsonNode answer = json(put(key, "{\"value\":" + value + "}"), 400);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("bad_request");
        assertThat(answer.at("/error/message").stringValue()).contains(key);
        assertThat(listed(key)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "{\"value\":", "7"})
    void refusesABodyWithoutAValue(String body) {
        assertThat(json(put(KEY, body), 422).at("/error/code").stringValue()).isEqualTo("validation_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "feedback.per_ip_max", "feature_clubs_enabled"})
    void aKeyThatNoSettingHasIsNotFound(String key) {
        assertThat(json(put(key, "{\"value\":1}"), 404).at("/error/code").stringValue())
                .isEqualTo("not_found");
        json(reset(key), 404);
    }

    @Test
    void isForSuperusersSessionsOnly() {
        json(kiwi.client().get().uri(URI).exchange(), 401);
        json(kiwi.with(kiwi.token(admin)).get().uri(URI).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri(URI).exchange(), 403);
        json(
                kiwi.with(kiwi.account().session())
                        .put()
                        .uri(URI + "/" + KEY)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{broken")
                        .exchange(),
                403);
        json(kiwi.client().delete().uri(URI + "/" + KEY).exchange(), 401);
    }
}
