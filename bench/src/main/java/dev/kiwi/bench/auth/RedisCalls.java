package dev.kiwi.bench.auth;

import dev.kiwi.bench.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** How many calls to Redis the limits of a request need, by Kiwi's own counter: requests that arrive together share one. */
final class RedisCalls {
    private static final String COUNTER = "kiwi_ratelimit_calls_total";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;
    private final List<Double> perRequest = new ArrayList<>();
    private double before;

    RedisCalls(URI server) {
        this.metrics = server.resolve("/actuator/prometheus");
    }

    void begin() throws IOException, InterruptedException {
        before = count();
    }

    void end(long requests) throws IOException, InterruptedException {
        perRequest.add((count() - before) / requests);
    }

    double last() {
        return perRequest.getLast();
    }

    Samples perRequest() {
        return new Samples(perRequest);
    }

    private double count() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(COUNTER))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no " + COUNTER + " among the metrics"));
    }
}
