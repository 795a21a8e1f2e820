package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@HttpTest
class ErrorAnswersTest {
    @Autowired
    Api api;

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void aRefusalBecomesTheEnvelopeWithItsCodeAndStatus(ErrorCode code) {
        api.client()
                .get()
                .uri("/t/refuse/{code}", code.name())
                .exchange()
                .expectStatus()
                .isEqualTo(code.status())
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo(code.slug())
                .jsonPath("$.error.message")
                .isEqualTo("refused as asked")
                .jsonPath("$.error.details.why")
                .isEqualTo("test")
                .jsonPath("$.error.request_id")
                .value(matchesPattern("req_[0-9a-f]{16}"));
    }

    @Test
    void anUnhandledExceptionIs500WithoutAWordAboutTheCode() {
        api.client()
                .get()
                .uri("/t/boom")
                .header("Origin", "https://docs.aallyn.net")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "https://docs.aallyn.net")
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("internal_error").doesNotContain("secret"));
    }

    @Test
    void aReadModelOfTheVersionBeforeIsNotAvailableUntilItIsRebuilt() {
        api.client()
                .get()
                .uri("/t/outdated")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("service_unavailable").doesNotContain("column"));
    }

    @Test
    void problemJsonWhenAskedFor() {
        api.client()
                .get()
                .uri("/t/refuse/CONFLICT")
                .header("Accept", "application/problem+json")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(409)
                .jsonPath("$.title")
                .isEqualTo("Conflict")
                .jsonPath("$.detail")
                .isEqualTo("refused as asked")
                .jsonPath("$.code")
                .isEqualTo("conflict")
                .jsonPath("$.request_id")
                .exists();
    }

    @Test
    void anUnknownRouteIsJsonForProgramsAndAPageForBrowsers() {
        api.client()
                .get()
                .uri("/no/such/page")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("not_found");
        api.client()
                .get()
                .uri("/no/such/page")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("noindex", "href=\"/\"", "href=\"/mods\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/none",
                "/v1",
                "/admin/x",
                "/site/x",
                "/git/x",
                "/secret-scanning",
                "/openapi",
                "/.well-known/x",
                "/metrics",
                "/api/x",
                "/internal/x",
                "/actuator/x/y",
                "/auth/x",
                "/tokens/x"
            })
    void machinePathsStayJsonForBrowsersToo(String path) {
        api.plain()
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON);
    }

    @Test
    void aDeliberate404IsJsonEvenForABrowser() {
        api.client()
                .get()
                .uri("/t/refuse/NOT_FOUND")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void anotherMethodIs405AndNamesTheRightOne() {
        api.client()
                .delete()
                .uri("/t/open")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "GET")
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/cbor"})
    void theStatusOfAFrameworkErrorIsKept(String type) {
        api.client()
                .post()
                .uri("/t/orders")
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(new byte[] {(byte) 0xa0})
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("internal_error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"password\":\"hunter2\",\"items\":[]}|password|string_too_short",
                "{\"items\":[]}|password|missing",
                "{\"password\":42}|password|string_type",
                "{\"password\":|null|json_invalid",
                "not json|null|json_invalid",
                "[]|null|model_type",
            })
    void aBadBodyIs422WithItsPlaceAndNeverItsValue(String body, String field, String type) {
        String response = new String(api.client()
                .post()
                .uri("/t/orders")
                .header("X-Request-ID", "bad-body")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("validation_error")
                .jsonPath("$.error.details[0].loc[0]")
                .isEqualTo("body")
                .jsonPath("$.error.details[0].type")
                .isEqualTo(type)
                .jsonPath("$.error.details[0].msg")
                .isNotEmpty()
                .returnResult()
                .getResponseBody());
        assertThat(response).doesNotContain("hunter2").doesNotContain("42");
        if (!field.equals("null")) {
            assertThat(response).contains("[\"body\",\"" + field + "\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t/orders", "/t/orders/0123456789abcdef01234567"})
    void nestedFieldsAreNamedInSnakeCaseWithTheirIndex(String uri) {
        api.client()
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"password\":\"long enough\",\"items\":[{\"display_name\":\"abcdefgh\",\"count\":1}]}")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.details[0].loc")
                .isEqualTo(java.util.List.of("body", "items", 0, "display_name"))
                .jsonPath("$.error.details[0].type")
                .isEqualTo("string_too_long");
    }

    @Test
    void aMissingBodyIs422() {
        api.client()
                .post()
                .uri("/t/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.details[0].loc")
                .isEqualTo(java.util.List.of("body"))
                .jsonPath("$.error.details[0].type")
                .isEqualTo("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "/t/things/0123456789abcdef01234567,query,size,missing",
        "/t/things/0123456789abcdef01234567?size=ten,query,size,int_parsing",
        "/t/things/0123456789abcdef01234567?size=10,query,size,less_than_equal",
        "/t/things/not-an-id?size=1,path,id,string_pattern_mismatch",
        "/t/refuse/NONSENSE,path,code,enum",
    })
    void aBadParameterIs422WithItsSource(String uri, String source, String name, String type) {
        api.client()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.details[0].loc")
                .isEqualTo(java.util.List.of(source, name))
                .jsonPath("$.error.details[0].type")
                .isEqualTo(type)
                .jsonPath("$.error.details[0].msg")
                .value(not(containsString("NONSENSE")));
    }
}
