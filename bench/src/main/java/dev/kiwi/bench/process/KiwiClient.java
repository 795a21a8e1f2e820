package dev.kiwi.bench.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the main job, as a bot makes them. */
public final class KiwiClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "kiwi-bench-7f3a91";
    private static final String TAIL = "\r\n--" + BOUNDARY + "--\r\n";
    private static final long GLANCE_NANOS = 100_000_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private final String bearer;

    private KiwiClient(String url, String bearer) {
        this.url = url;
        this.bearer = bearer;
    }

    /** A client without a credential. */
    public static KiwiClient anonymous(String url) {
        return new KiwiClient(url, "");
    }

    /** Logs in as the superuser that {@link KiwiProcess} has configured. */
    public static KiwiClient loggedIn(String url) throws IOException {
        return loggedIn(url, KiwiProcess.EMAIL);
    }

    /** Logs in as an account that was the configured superuser once; all have the same password. */
    public static KiwiClient loggedIn(String url, String email) throws IOException {
        Answer answer = anonymous(url).post("/auth/login", Map.of("email", email, "password", KiwiProcess.PASSWORD));
        return new KiwiClient(url, answer.expect(200).path("access_token").asString());
    }

    /** A client with a freshly minted token of all scopes; reads take tokens only. */
    public KiwiClient withToken() throws IOException {
        Answer answer = post("/tokens", Map.of("name", "reader"));
        return new KiwiClient(url, answer.expect(201).path("token").asString());
    }

    public static KiwiClient with(String url, String bearer) {
        return new KiwiClient(url, bearer);
    }

    /** The same credential at another node. */
    public KiwiClient at(String otherUrl) {
        return new KiwiClient(otherUrl, bearer);
    }

    /** What it shows itself with. */
    public String bearer() {
        return bearer;
    }

    /** @param status of HTTP; @param body null node when there was none */
    public record Answer(int status, JsonNode body) {
        /** @throws IOException with the body when the status is another */
        public JsonNode expect(int expected) throws IOException {
            if (status != expected) {
                throw new IOException("Expected " + expected + ", got " + status + ": " + body);
            }
            return body;
        }
    }

    public Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, ?> body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** Posts a dump as a file of a form and waits until it is served. */
    public Answer insert(Path dump, long timestamp) throws IOException {
        return postFile(
                "/v1/leaderboards/insert?sync=true&warm=false&timestamp=" + timestamp,
                "LeaderBot.cfg",
                dump,
                HttpRequest.BodyPublishers.ofString(TAIL));
    }

    /**
     * Posts a file of a form.
     *
     * @param uploaded is run when all of the file was taken from the disk; a buffer of it may still be on its way
     */
    public Answer postFile(String path, String name, Path file, Runnable uploaded) throws IOException {
        byte[] tail = TAIL.getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher told = HttpRequest.BodyPublishers.ofInputStream(() -> {
            uploaded.run();
            return new ByteArrayInputStream(tail);
        });
        return postFile(path, name, file, HttpRequest.BodyPublishers.fromPublisher(told, tail.length));
    }

    private Answer postFile(String path, String name, Path file, HttpRequest.BodyPublisher tail) throws IOException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        HttpRequest.BodyPublisher form = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head), HttpRequest.BodyPublishers.ofFile(file), tail);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form));
    }

    /** Waits until every read model has applied every event. */
    public void awaitReadModels() throws IOException {
        while (true) {
            boolean behind = false;
            for (JsonNode projection : get("/admin/projections").expect(200)) {
                behind |= projection.path("lag").asLong() > 0;
            }
            if (!behind) {
                return;
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
        return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body);
        } catch (HttpTimeoutException e) {
            throw new IOException(
                    "No answer within a minute from " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
