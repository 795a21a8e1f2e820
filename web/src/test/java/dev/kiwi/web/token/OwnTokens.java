package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Calls of one account on its tokens. */
record OwnTokens(RunningKiwi kiwi, Account owner) {
    ResponseSpec patch(String id, String body) {
        return kiwi.with(owner.session())
                .patch()
                .uri("/tokens/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec post(String id, String action) {
        return kiwi.with(owner.session())
                .post()
                .uri("/tokens/{id}/" + action, id)
                .exchange();
    }

    ResponseSpec post(String id, String action, String body) {
        return kiwi.with(owner.session())
                .post()
                .uri("/tokens/{id}/" + action, id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    JsonNode revoke(String id) {
        return json(post(id, "revoke", "{\"reason\":\"test\"}"), 200);
    }

    JsonNode listed(String id) {
        return json(kiwi.with(owner.session()).get().uri("/tokens"))
                .valueStream()
                .filter(token -> token.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    ResponseSpec use(String token) {
        return kiwi.with(token).get().uri("/v1/whoami").exchange();
    }

    static String id(JsonNode token) {
        return token.path("id").stringValue();
    }

    static String text(JsonNode token) {
        return token.path("token").stringValue();
    }

    static String code(JsonNode answer) {
        return answer.at("/error/code").stringValue();
    }
}
