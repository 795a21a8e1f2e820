package dev.kiwi.web.webhook;

import static dev.kiwi.web.app.RunningKiwi.json;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The webhooks of one account, as a client sees them. */
record Hooks(RunningKiwi kiwi, Account owner) {
    /** Trusted: the one host that the tests' application may call without TLS. */
    static final String NOBODY = "http://127.0.0.1:9/hook";

    static String id(JsonNode thing) {
        return thing.path("id").stringValue();
    }

    static String code(JsonNode answer) {
        return answer.at("/error/code").stringValue();
    }

    WebTestClient client() {
        return kiwi.with(owner.session());
    }

    ResponseSpec create(Object body) {
        return client().post()
                .uri("/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    JsonNode created(String url, String... events) {
        return json(create(Map.of("name", "hook", "url", url, "events", List.of(events))), 201);
    }

    ResponseSpec get(String path) {
        return client().get().uri("/webhooks" + path).exchange();
    }

    ResponseSpec post(String path) {
        return client().post().uri("/webhooks" + path).exchange();
    }

    ResponseSpec post(String path, Object body) {
        return client().post()
                .uri("/webhooks" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec patch(String id, Object body) {
        return client().patch()
                .uri("/webhooks/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    ResponseSpec delete(String id) {
        return client().delete().uri("/webhooks/" + id).exchange();
    }
}
