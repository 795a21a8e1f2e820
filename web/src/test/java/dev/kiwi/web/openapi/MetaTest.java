package dev.kiwi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.HttpTestApplication.Switches;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@HttpTest
class MetaTest {
    @Autowired
    Api api;

    @Autowired
    Switches switches;

    @Test
    void health() {
        api.client()
                .get()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"status\":\"ok\"}");
    }

    @Test
    void theConfigurationHasExactlyThePublicFields() {
        api.client()
                .get()
                .uri("/config")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(10)
                .jsonPath("$.app_name")
                .isEqualTo("Kiwi API")
                .jsonPath("$.api_url")
                .isEqualTo("https://api.aallyn.net")
                .jsonPath("$.captcha_provider")
                .isEqualTo("turnstile")
                .jsonPath("$.captcha_sitekey")
                .isEqualTo(null)
                .jsonPath("$.require_verified_for_tokens")
                .isEqualTo(true)
                .jsonPath("$.scopes.length()")
                .isEqualTo(15)
                .jsonPath("$.scopes[9].key")
                .isEqualTo("leaderboards:read")
                .jsonPath("$.scopes[9].bit")
                .isEqualTo(512)
                .jsonPath("$.scopes[9].resource")
                .isEqualTo("leaderboards")
                .jsonPath("$.token_creation_daily_limit")
                .isEqualTo(3)
                .jsonPath("$.revoke_reasons.length()")
                .isEqualTo(4)
                .jsonPath("$.github_oauth_enabled")
                .isEqualTo(false)
                .jsonPath("$.discord_oauth_enabled")
                .isEqualTo(false);
    }

    @Test
    void theDocumentNamesItselfItsServerAndBothSchemes() {
        document()
                .jsonPath("$.info.title")
                .isEqualTo("Kiwi API")
                .jsonPath("$.info.version")
                .isEqualTo("1.0.0")
                .jsonPath("$.servers.length()")
                .isEqualTo(1)
                .jsonPath("$.servers[0].url")
                .isEqualTo("https://api.aallyn.net")
                .jsonPath("$.components.securitySchemes.SessionJWT.scheme")
                .isEqualTo("bearer")
                .jsonPath("$.components.securitySchemes.APIToken.scheme")
                .isEqualTo("bearer");
    }

    @Test
    void internalRoutesAreHidden() {
        document()
                .jsonPath("$.paths['/t/session']")
                .doesNotExist()
                .jsonPath("$.paths['/auth/login']")
                .doesNotExist()
                .jsonPath("$.paths['/v1/t/scope']")
                .exists()
                .jsonPath("$.paths['/health']")
                .exists();
    }

    @Test
    void marksAndSecurityComeFromTheGate() {
        document()
                .jsonPath("$.paths['/v1/t/public'].get.summary")
                .value(summary -> assertThat((String) summary).startsWith("🔓 "))
                .jsonPath("$.paths['/v1/t/public'].get.security")
                .isEqualTo(List.of(Map.of(), Map.of("APIToken", List.of())))
                .jsonPath("$.paths['/v1/t/insert'].post.summary")
                .value(summary -> assertThat((String) summary).startsWith("⭐ "))
                .jsonPath("$.paths['/v1/t/scope'].get.security")
                .isEqualTo(List.of(Map.of("APIToken", List.of())))
                .jsonPath("$.paths['/v1/t/scope'].get['x-kiwi-scope']")
                .isEqualTo("leaderboards:read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "401", "403", "404", "422", "429"})
    void everyOperationDocumentsTheEnvelope(String status) {
        document()
                .jsonPath("$.paths['/v1/t/scope'].post.responses['" + status
                        + "'].content['application/json'].schema['$ref']")
                .isEqualTo("#/components/schemas/ErrorEnvelope")
                .jsonPath("$.components.schemas.ErrorEnvelope.properties.error.properties.request_id")
                .exists();
    }

    @Test
    void schemasAreSnakeCaseAndCallersAreNoParameter() {
        document()
                .jsonPath("$.components.schemas.Item.properties.display_name")
                .exists()
                .jsonPath("$.paths['/v1/t/public'].get.parameters")
                .doesNotExist();
    }

    @Test
    void aSwitchedOffFeatureLeavesTheDocumentAtOnce() {
        document().jsonPath("$.paths['/v1/market/t']").exists();
        switches.off("feature_market_enabled");
        try {
            document().jsonPath("$.paths['/v1/market/t']").doesNotExist();
        } finally {
            switches.on("feature_market_enabled");
        }
        document().jsonPath("$.paths['/v1/market/t']").exists();
    }

    private BodyContentSpec document() {
        return api.client()
                .get()
                .uri("/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
