package dev.kiwi.web.gate;

import static dev.kiwi.web.gate.GateCalls.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.token.Scope;
import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.HttpTestApplication.Switches;
import dev.kiwi.web.fixture.KnownCredentials;
import dev.kiwi.web.fixture.Stores;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@HttpTest
class GateRulesTest {
    private static final long LEADERBOARDS = Scope.LEADERBOARDS_READ.value();
    private static final long OTHER = Scope.GEMS_READ.value();

    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    @Autowired
    Switches switches;

    private GateCalls calls;

    @BeforeEach
    void setUp() {
        calls = new GateCalls(api);
    }

    // --- session ---

    @Test
    void aSessionRouteTakesASessionAndNothingElse() {
        calls.get(credentials.session(false), "/t/session").expectStatus().isOk();
        refused(calls.get(credentials.token(0), "/t/session"), 401, "not_authenticated");
        refused(calls.get("a.b.c", "/t/session"), 401, "not_authenticated");
        refused(calls.get(Stores.OPERATOR, "/t/session"), 401, "not_authenticated");
    }

    @Test
    void aRouteOfSiteUsersTakesTheirSessionsAndTheyOpenNothingElse() {
        String person = credentials.siteSession();
        calls.get(person, "/t/site").expectStatus().isOk();
        for (String route : new String[] {"/t/session", "/t/superuser", "/v1/t/scope", "/v1/t/public"}) {
            refused(calls.get(person, route), 401, "not_authenticated");
        }
        refused(calls.get(credentials.session(true), "/t/site"), 401, "not_authenticated");
        refused(calls.get(credentials.token(0), "/t/site"), 401, "not_authenticated");
        refused(calls.get(Stores.OPERATOR, "/t/site"), 401, "not_authenticated");
        refused(api.client().get().uri("/t/site").exchange(), 401, "not_authenticated");
    }

    @Test
    void aRouteForViewersTakesEverybodyAndKnowsSiteUsers() {
        calls.get(credentials.siteSession(), "/t/viewer")
                .expectBody(String.class)
                .value(viewer -> assertThat(viewer).startsWith("person"));
        for (String bearer : new String[] {"a.b.c", credentials.session(true), credentials.token(0), Stores.OPERATOR}) {
            calls.get(bearer, "/t/viewer").expectBody(String.class).isEqualTo("anonymous");
        }
        api.client()
                .get()
                .uri("/t/viewer")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("anonymous");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic abc", "Token abc", "abc"})
    void whatIsNoBearerIsNoCredential(String header) {
        refused(
                api.client()
                        .get()
                        .uri("/t/session")
                        .header("Authorization", header)
                        .exchange(),
                401,
                "not_authenticated");
        // and leaves a public route public
        api.client()
                .get()
                .uri("/v1/t/public")
                .header("Authorization", header)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void theSchemeWordIsCaseInsensitive() {
        api.client()
                .get()
                .uri("/t/session")
                .header("Authorization", "bEARER " + credentials.session(false))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aSuperuserRouteTakesASuperusersSessionOrTheOperator() {
        calls.get(credentials.session(true), "/t/superuser")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("account");
        calls.get(Stores.OPERATOR, "/t/superuser")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("operator");
        refused(calls.get(credentials.session(false), "/t/superuser"), 403, "forbidden");
        refused(calls.get(credentials.superuserToken(), "/t/superuser"), 401, "not_authenticated");
        refused(calls.get(Stores.OPERATOR + "x", "/t/superuser"), 401, "not_authenticated");
        refused(api.client().get().uri("/t/superuser").exchange(), 401, "not_authenticated");
    }

    @Test
    void aDangerousActNeedsAFreshSecondFactorOfThoseWhoHaveOne() {
        refused(calls.post(credentials.staleSession(false), "/t/dangerous", "{broken"), 403, "step_up_required");
        calls.post(credentials.session(false), "/t/dangerous", GateCalls.ORDER)
                .expectStatus()
                .isOk();
        calls.get(credentials.staleSession(false), "/t/session").expectStatus().isOk();
    }

    @Test
    void aDangerousActOfAdministratorsIsFirstOfAllForAdministrators() {
        refused(calls.post(credentials.staleSession(false), "/t/dangerous/superuser", ""), 403, "forbidden");
        refused(calls.post(credentials.staleSession(true), "/t/dangerous/superuser", ""), 403, "step_up_required");
        calls.post(Stores.OPERATOR, "/t/dangerous/superuser", "").expectStatus().isOk();
    }

    // --- order: the gate comes before anything is read ---

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":1}", "{broken", ""})
    void aBadBodyWithoutACredentialIs401(String body) {
        for (String uri : List.of("/t/superuser", "/v1/t/scope", "/v1/t/insert")) {
            refused(GateCalls.post(api.client(), uri, body), 401, "not_authenticated");
        }
    }

    @Test
    void aWrongContentTypeWithoutACredentialIs401AndWithOneIs415() {
        WebTestClient.RequestBodySpec anonymous = api.client().post().uri("/v1/t/scope");
        refused(anonymous.contentType(MediaType.TEXT_PLAIN).bodyValue("x").exchange(), 401, "not_authenticated");
        api.with(credentials.token(LEADERBOARDS))
                .post()
                .uri("/v1/t/scope")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void aBadBodyFromSomebodyWhoMayNotIs403() {
        refused(calls.post(credentials.session(false), "/t/superuser", "{broken"), 403, "forbidden");
        refused(calls.post(credentials.token(OTHER), "/v1/t/scope", "{broken"), 403, "insufficient_scope");
    }

    @Test
    void aBadBodyFromSomebodyWhoMayIs422() {
        refused(calls.post(credentials.session(true), "/t/superuser", "{broken"), 422, "validation_error");
    }

    @Test
    void aSwitchedOffFeatureIs404BeforeTheCredentialAndCostsNothing() {
        switches.off("feature_market_enabled");
        try {
            refused(api.client().get().uri("/v1/market/t").exchange(), 404, "not_found")
                    .expectHeader()
                    .doesNotExist("X-RateLimit-Limit");
            refused(calls.get(credentials.token(0), "/v1/market/t"), 404, "not_found")
                    .expectHeader()
                    .doesNotExist("X-RateLimit-Limit");
        } finally {
            switches.on("feature_market_enabled");
        }
        calls.get(credentials.token(0), "/v1/market/t").expectStatus().isOk();
    }

    @Test
    void aSwitchedOffFeatureAnswersLikeARouteThatDoesNotExist() {
        switches.off("feature_market_enabled");
        try {
            String hidden = body(api.client()
                    .get()
                    .uri("/v1/market/t")
                    .header("X-Request-ID", "same")
                    .exchange());
            String none = body(api.client()
                    .get()
                    .uri("/v1/nowhere")
                    .header("X-Request-ID", "same")
                    .exchange());
            assertThat(hidden).isEqualTo(none);
        } finally {
            switches.on("feature_market_enabled");
        }
    }

    // --- scope ---

    @Test
    void aScopeRouteTakesATokenThatCarriesTheScope() {
        calls.get(credentials.token(LEADERBOARDS), "/v1/t/scope").expectStatus().isOk();
        calls.get(credentials.token(0), "/v1/t/scope").expectStatus().isOk();
        refused(calls.get(credentials.token(OTHER), "/v1/t/scope"), 403, "insufficient_scope")
                .body()
                .jsonPath("$.error.details.required")
                .isEqualTo("leaderboards:read");
        refused(calls.get(credentials.session(true), "/v1/t/scope"), 401, "not_authenticated");
        refused(calls.get("kiwi_unknown", "/v1/t/scope"), 401, "not_authenticated");
        refused(api.client().get().uri("/v1/t/scope").exchange(), 401, "not_authenticated");
    }

    @Test
    void aRevokedTokenIsRefusedWithTheNextRequest() {
        String token = credentials.token(0);
        calls.get(token, "/v1/t/scope").expectStatus().isOk();
        credentials.revoke(token);
        refused(calls.get(token, "/v1/t/scope"), 401, "not_authenticated");
    }

    @Test
    void aForbiddenAddressIs403BeforeAnythingIsConsumed() {
        String token = credentials.token(0, List.of("203.0.113.7", "192.0.2.0/24", "2001:db8::/32"), false);
        for (int i = 0; i < 130; i++) {
            refused(from("203.0.113.8", token), 403, "ip_not_allowed")
                    .expectHeader()
                    .doesNotExist("X-RateLimit-Limit");
        }
        from("203.0.113.7", token).expectStatus().isOk().expectHeader().valueEquals("X-RateLimit-Remaining", "119");
        from("192.0.2.99", token).expectStatus().isOk();
        from("2001:db8::5", token).expectStatus().isOk();
        from("::ffff:192.0.2.3", token).expectStatus().isOk();
        refused(from("not-an-address", token), 403, "ip_not_allowed");
    }

    @Test
    void aMissingScopeIs403AfterTheBudgetWasPaid() {
        String token = credentials.token(OTHER);
        refused(calls.get(token, "/v1/t/scope"), 403, "insufficient_scope")
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "119");
        refused(calls.get(token, "/v1/t/scope"), 403, "insufficient_scope")
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "118");
    }

    @Test
    void anExhaustedBudgetIs429BeforeTheMissingScopeIsTold() {
        String token = credentials.token(OTHER);
        for (int i = 0; i < 120; i++) {
            calls.get(token, "/v1/t/scope").expectStatus().isForbidden();
        }
        refused(calls.get(token, "/v1/t/scope"), 429, "rate_limited");
    }

    @Test
    void validationComesAfterTheBudget() {
        String token = credentials.token(0);
        refused(calls.post(token, "/v1/t/scope", "{broken"), 422, "validation_error")
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "119");
    }

    // --- public ---

    @Test
    void aPublicRouteTakesNobodyOrAToken() {
        api.client()
                .get()
                .uri("/v1/t/public")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "30")
                .expectBody(String.class)
                .isEqualTo("anonymous");
        calls.get(credentials.token(0), "/v1/t/public")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "120")
                .expectBody(String.class)
                .isEqualTo("token");
        refused(calls.get("kiwi_unknown", "/v1/t/public"), 401, "not_authenticated");
        refused(calls.get(credentials.session(true), "/v1/t/public"), 401, "not_authenticated");
    }

    @Test
    void aTokenWithoutTheScopeIsAnonymousOnAPublicRouteAndItsAllowlistIsNotAsked() {
        calls.get(credentials.token(OTHER, List.of("203.0.113.7"), false), "/v1/t/public")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "30")
                .expectBody(String.class)
                .isEqualTo("anonymous");
        refused(calls.get(credentials.token(0, List.of("203.0.113.7"), false), "/v1/t/public"), 403, "ip_not_allowed");
    }

    private ResponseSpec from(String ip, String bearer) {
        return api.from(ip)
                .get()
                .uri("/v1/t/scope")
                .header("Authorization", "Bearer " + bearer)
                .exchange();
    }

    private static String body(ResponseSpec response) {
        return response.expectBody(String.class).returnResult().getResponseBody();
    }
}
