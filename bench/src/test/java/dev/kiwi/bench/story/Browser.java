package dev.kiwi.bench.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls as a person's browser or program makes them; each says which status it expects. */
final class Browser {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Browser(String url) {
        this.url = url;
    }

    JsonNode get(String path, @Nullable String bearer, int expected) throws IOException, InterruptedException {
        return send(request(path, bearer).GET(), expected);
    }

    JsonNode post(String path, @Nullable String bearer, Map<String, ?> body, int expected)
            throws IOException, InterruptedException {
        return post(path, bearer, JSON.writeValueAsString(body), Map.of(), expected);
    }

    JsonNode post(String path, @Nullable String bearer, String body, Map<String, String> headers, int expected)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request, expected);
    }

    /** @param cookie name and value of the one cookie that the browser holds */
    record Redirect(URI target, String cookie) {}

    /** Where a page sends the browser. */
    Redirect redirect(String path, @Nullable String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, null);
        HttpRequest sent = (cookie == null ? request : request.header("Cookie", cookie)).build();
        HttpResponse<String> response = http.send(sent, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(307);
        String set = response.headers().firstValue("Set-Cookie").orElse("");
        return new Redirect(
                URI.create(response.headers().firstValue("Location").orElseThrow()), set.replaceFirst(";.*", ""));
    }

    private HttpRequest.Builder request(String path, @Nullable String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    /** @return the body when it is JSON, else a node that is missing */
    private JsonNode send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpRequest sent = request.build();
        HttpResponse<String> response = http.send(sent, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", sent.method(), sent.uri(), response.body())
                .isEqualTo(expected);
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json && !response.body().isEmpty() ? JSON.readTree(response.body()) : JSON.missingNode();
    }
}
