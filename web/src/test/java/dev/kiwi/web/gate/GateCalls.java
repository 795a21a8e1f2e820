package dev.kiwi.web.gate;

import dev.kiwi.web.fixture.Api;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.HeaderAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Calls of the gate tests, and what every refusal must look like. */
final class GateCalls {
    static final String ORDER = "{\"password\":\"long enough\",\"items\":[]}";

    private final Api api;

    GateCalls(Api api) {
        this.api = api;
    }

    ResponseSpec get(String bearer, String uri) {
        return api.with(bearer).get().uri(uri).exchange();
    }

    ResponseSpec post(String bearer, String uri, String body) {
        return post(api.with(bearer), uri, body);
    }

    static ResponseSpec post(WebTestClient client, String uri, String body) {
        return client.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static Refused refused(ResponseSpec response, int status, String code) {
        response.expectStatus().isEqualTo(status);
        return new Refused(
                status == 401
                        ? response.expectHeader().valueEquals("WWW-Authenticate", "Bearer")
                        : response.expectHeader().doesNotExist("WWW-Authenticate"),
                response.expectBody().jsonPath("$.error.code").isEqualTo(code));
    }

    /** A refusal whose status, code and challenge are as expected; the rest is still to be looked at. */
    record Refused(ResponseSpec response, WebTestClient.BodyContentSpec body) {
        HeaderAssertions expectHeader() {
            return response.expectHeader();
        }

        WebTestClient.BodyContentSpec expectBody() {
            return body;
        }
    }
}
