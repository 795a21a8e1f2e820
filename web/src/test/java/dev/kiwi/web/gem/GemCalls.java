package dev.kiwi.web.gem;

import static dev.kiwi.web.app.RunningKiwi.json;

import dev.kiwi.web.app.RunningKiwi;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests to the gem endpoints, with a token of an account of its own. */
record GemCalls(WebTestClient client) {
    static GemCalls of(RunningKiwi kiwi) {
        return new GemCalls(kiwi.with(kiwi.token(kiwi.account())));
    }

    ResponseSpec post(String path, Object body) {
        return client.post()
                .uri("/v1/gems/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.toString())
                .exchange();
    }

    JsonNode posted(String path, Object body) {
        return json(post(path, body), 200);
    }

    /** Its code. */
    String refused(String path, Object body, int status) {
        return json(post(path, body), status).at("/error/code").stringValue();
    }

    JsonNode read(String path) {
        return json(client.get().uri("/v1/gems/" + path));
    }

    /** A body with that gem. */
    static ObjectNode with(JsonNode gem) {
        return JsonMapper.shared().createObjectNode().set("gem", gem);
    }
}
