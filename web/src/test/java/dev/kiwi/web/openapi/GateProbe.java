package dev.kiwi.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out whether a caller gets past the gate of a route, without reading answers that may have no end. */
final class GateProbe {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    /** No method of ours reads a body of it, and the gate comes before that is told. */
    private static final String NO_BODY_OF_OURS = "application/x-gate-probe";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    GateProbe(int port) {
        this.port = port;
    }

    /**
     * Asks from an address that nothing else uses. A write is asked in a way in which it passes the gate at the most, and
     * changes nothing.
     *
     * @return {@code passes}, {@code 401}, or {@code 403} with its code and the scope that is missing
     */
    String ask(DocumentedRoute route, @Nullable String bearer) {
        int n = SEQUENCE.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + route.path().replaceAll("\\{[^}]+}", "1")
                                + (route.method().equals("GET") ? "" : nonsense(route))))
                .timeout(Duration.ofSeconds(20))
                .header("X-Forwarded-For", "198.18." + n / 250 + "." + n % 250)
                .header("Content-Type", NO_BODY_OF_OURS)
                .method(route.method(), HttpRequest.BodyPublishers.noBody());
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return answer(request.build());
    }

    /** Every parameter as something that it cannot be. */
    private static String nonsense(DocumentedRoute route) {
        StringBuilder query = new StringBuilder("?");
        route.operation()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .forEach(parameter ->
                        query.append(parameter.path("name").stringValue()).append("=%00nonsense&"));
        return query.toString();
    }

    private String answer(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 401 -> "401";
                    case 403 -> "403 " + code(JsonMapper.shared().readTree(body));
                    case 429, 500 -> String.valueOf(response.statusCode());
                    default -> DocumentedRoute.PASSES;
                };
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(JsonNode answer) {
        JsonNode missing = answer.at("/error/details/required");
        return "`" + answer.at("/error/code").stringValue() + "`"
                + (missing.isMissingNode() ? "" : " " + missing.stringValue());
    }
}
