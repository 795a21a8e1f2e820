package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

@HttpTest
class RequestPipelineTest {
    private static final int MEBIBYTE = 1 << 20;

    @Autowired
    Api api;

    @Test
    void aGoodRequestIdIsReusedAndReachesEveryThread() {
        api.client()
                .get()
                .uri("/t/mdc")
                .header("X-Request-ID", "job-7:a.b_C")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-ID", "job-7:a.b_C")
                .expectBody(String.class)
                .isEqualTo("job-7:a.b_C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "semi;colon", "ünicode"})
    void aRequestIdThatCouldForgeALogIsReplaced(String id) {
        api.client()
                .get()
                .uri("/t/open")
                .header("X-Request-ID", id)
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-ID", "req_[0-9a-f]{16}");
    }

    @Test
    void aRequestIdOf129CharactersIsReplaced() {
        api.client()
                .get()
                .uri("/t/open")
                .header("X-Request-ID", "a".repeat(129))
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-ID", "req_[0-9a-f]{16}");
    }

    @Test
    void jsonIsSnakeCaseWithMilliseconds() {
        api.client()
                .get()
                .uri("/t/open")
                .exchange()
                .expectBody()
                .jsonPath("$.readAt")
                .isEqualTo("2026-01-02T03:04:05.123Z");
    }

    @Test
    void securityHeadersAndTheApiPolicyOnApiPaths() {
        api.client()
                .get()
                .uri("/t/open")
                .exchange()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "strict-origin-when-cross-origin")
                .expectHeader()
                .valueEquals("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .expectHeader()
                .valueEquals("Permissions-Policy", "geolocation=(), microphone=(), camera=()")
                .expectHeader()
                .valueEquals("Content-Security-Policy", SecurityHeadersFilter.API_POLICY)
                .expectHeader()
                .doesNotExist("Cache-Control");
    }

    @ParameterizedTest
    @CsvSource({"/mods,no-cache", "/player/x,no-cache", "/static/none.js,no-cache", "/site/none,"})
    void theSitePolicyOnSitePathsEvenForA404(String path, String cache) {
        api.client()
                .get()
                .uri(path)
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .startsWith("default-src 'self'; script-src 'self' https://challenges.cloudflare.com")
                                .contains("connect-src 'self' https://api.aallyn.net ")
                                .contains("img-src 'self' data: https:")
                                .doesNotContain("script-src 'self' 'unsafe-inline'"))
                .expectHeader()
                .values(
                        "Cache-Control",
                        values -> assertThat(values).isEqualTo(cache == null ? null : java.util.List.of(cache)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://docs.aallyn.net",
                "https://dev.aallyn.net",
                "https://trove.aallyn.net",
                "https://aallyn.net",
                "http://localhost:3000",
                "http://127.0.0.1:15546"
            })
    void knownOriginsMayReadAnswersAndErrors(String origin) {
        api.client()
                .get()
                .uri("/no/such")
                .header("Origin", origin)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", origin)
                .expectHeader()
                .valueEquals("Access-Control-Allow-Credentials", "true")
                .expectHeader()
                .value(
                        "Access-Control-Expose-Headers",
                        exposed -> assertThat(exposed)
                                .contains(
                                        "X-Request-ID",
                                        "Kiwi-Position",
                                        "Idempotent-Replay",
                                        "X-RateLimit-Archive-Reset"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://a.b.aallyn.net",
                "https://aallyn.net.evil.example",
                "http://aallyn.net"
            })
    void foreignOriginsAreServedButMayNotRead(String origin) {
        api.client()
                .get()
                .uri("/t/open")
                .header("Origin", origin)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void preflightsAreAnsweredForKnownOriginsOnly() {
        api.client()
                .options()
                .uri("/t/session")
                .header("Origin", "https://dev.aallyn.net")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("X-Request-ID")
                .expectHeader()
                .value(
                        "Access-Control-Allow-Methods",
                        methods -> assertThat(methods).contains("PATCH"))
                .expectHeader()
                .value(
                        "Access-Control-Allow-Headers",
                        headers -> assertThat(headers).contains("idempotency-key"));
        api.client()
                .options()
                .uri("/t/session")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "PATCH")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void aBodyOverTheCapIs413ByItsDeclaredLength() {
        api.client()
                .post()
                .uri("/t/bytes")
                .bodyValue(new byte[8 * MEBIBYTE + 1])
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("bad_request");
    }

    @Test
    void aStreamedBodyOverTheCapIs413Too() {
        api.client()
                .post()
                .uri("/t/bytes")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(BodyInserters.fromDataBuffers(mebibytes(9)))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("bad_request");
    }

    @Test
    void aBodyJustUnderTheCapPasses() {
        api.client()
                .post()
                .uri("/t/bytes")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(new byte[8 * MEBIBYTE])
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Integer.class)
                .isEqualTo(8 * MEBIBYTE);
    }

    @Test
    void capsByPath() {
        HttpSettings.BodyCaps caps = new HttpSettings.BodyCaps(100, 20, 21, 22, 12, 8);
        assertThat(Map.of(
                        "/git/mods/a/b", caps.of("/git/mods/a/b"),
                        "/v1/mods/read", caps.of("/v1/mods/read"),
                        "/v1/mods", caps.of("/v1/mods"),
                        "/v1/leaderboards/insert", caps.of("/v1/leaderboards/insert"),
                        "/v1/market/insert", caps.of("/v1/market/insert"),
                        "/v1/ocr/character", caps.of("/v1/ocr/character")))
                .isEqualTo(Map.of(
                        "/git/mods/a/b", 100L,
                        "/v1/mods/read", 20L,
                        "/v1/mods", 8L,
                        "/v1/leaderboards/insert", 21L,
                        "/v1/market/insert", 22L,
                        "/v1/ocr/character", 12L));
    }

    @Test
    void headRunsTheGetRouteWithoutABody() {
        api.client()
                .head()
                .uri("/t/open")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("X-Request-ID")
                .expectBody()
                .isEmpty();
        api.client().head().uri("/v1/events/t").exchange().expectStatus().isEqualTo(405);
    }

    private static Flux<DataBuffer> mebibytes(int count) {
        return Flux.range(0, count).map(n -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[MEBIBYTE]));
    }
}
