package dev.kiwi.web.cli;

import dev.kiwi.web.app.InstanceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running Kiwi with the operator's secret. */
final class AdminClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration UPLOAD = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private final String secret;

    AdminClient(String url, String secret) {
        this.url = url;
        this.secret = secret;
    }

    /** The instance of {@code KIWI_URL} and {@code KIWI_OPERATOR_SECRET}, else the one that runs on the data directory. */
    static AdminClient of(Invocation invocation) {
        String url = invocation.environment().get("KIWI_URL");
        String secret = invocation.environment().get("KIWI_OPERATOR_SECRET");
        if (url != null && secret != null) {
            return new AdminClient(url, secret);
        }
        return InstanceFile.in(invocation.data())
                .read()
                .map(instance -> new AdminClient(
                        url == null ? instance.url() : url, secret == null ? instance.operatorSecret() : secret))
                .orElseThrow(
                        () -> new Failure(
                                "No Kiwi runs on " + invocation.data()
                                        + ". Start it with ./kiwi up, name its directory with --data, or an instance with KIWI_URL and KIWI_OPERATOR_SECRET."));
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    /** What came of a posted file; not only successes. */
    record Answer(int status, JsonNode body) {
        boolean isSuccess() {
            return status < 300;
        }

        /** True when the same request may succeed in a moment. */
        boolean isBusy() {
            return status == 429 || status == 503;
        }
    }

    interface FileText {
        InputStream open() throws IOException;
    }

    /** Posts a text as the multipart field {@code file}. */
    Answer postFile(String path, String fileName, FileText text) {
        String boundary = "kiwi-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n";
        HttpRequest request = request(path)
                .timeout(UPLOAD)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofInputStream(() -> opened(text)),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        HttpResponse<byte[]> response = exchange(request);
        return new Answer(response.statusCode(), json(response));
    }

    private static InputStream opened(FileText text) {
        try {
            return text.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + secret);
    }

    private JsonNode send(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(request);
        JsonNode body = json(response);
        if (response.statusCode() >= 300) {
            throw new Failure(url + " answered " + response.statusCode() + ": "
                    + body.path("error").path("message").asString(body.toString()));
        }
        return body;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Failure("Kiwi at " + url + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
    }
}
