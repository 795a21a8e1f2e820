package dev.kiwi.bench.read;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.HttpLoad;
import dev.kiwi.bench.load.Requests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What follows from the clock alone, asked by nobody in particular (addresses are not limited) who takes answers
 * compressed, as browsers do, and a few of them by somebody who has the answer already; pages of the site likewise. In
 * turns with an empty endpoint of the same process.
 */
final class ComputedReads {
    private static final int CONNECTIONS = 64;
    private static final int WARM_UPS = 2;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final String BASE = "/v1/rotations/";
    private static final List<String> COMPUTED = List.of(
            "server-time",
            "daily-buffs",
            "weekly-buffs",
            "corruxion",
            "fluxion",
            "gardening",
            "biomes",
            "wild-mana",
            "stampy",
            "calendar");
    /** Of one moment, so that the tag stays. */
    private static final List<String> KNOWN = List.of("server-time", "biomes", "calendar");

    /** Pages, made on the server. */
    private static final Map<String, String> PAGES = Map.of("home", "/", "leaderboards", "/leaderboards");

    private static final String AT = "?at=1795352400";

    private ComputedReads() {}

    private record Asked(String figure, URI server, Requests requests, int status, List<Double> rates) {
        void ask(boolean counts) throws IOException {
            double rate =
                    HttpLoad.run(server, CONNECTIONS, TURN, requests, status).perSecond();
            System.err.printf("  %-32s %7.0f/s%n", figure, rate);
            if (counts) {
                rates.add(rate);
            }
        }
    }

    static List<Figure> measure(URI server, URI annex, BenchOptions options) throws IOException, InterruptedException {
        Asked empty = new Asked("empty", annex, Requests.get(annex, "/empty"), 200, new ArrayList<>());
        List<Asked> all = new ArrayList<>();
        for (String name : COMPUTED) {
            String figure = "rotations_" + name.replace('-', '_');
            all.add(new Asked(figure, server, Requests.compressed(server, BASE + name), 200, new ArrayList<>()));
        }
        all.add(new Asked(
                "rotations_calendar_uncompressed",
                server,
                Requests.get(server, BASE + "calendar"),
                200,
                new ArrayList<>()));
        PAGES.forEach((name, path) ->
                all.add(new Asked("page_" + name, server, Requests.compressed(server, path), 200, new ArrayList<>())));
        for (String name : KNOWN) {
            String path = BASE + name + AT;
            String figure = "rotations_" + name.replace('-', '_') + "_not_modified";
            all.add(new Asked(figure, server, Requests.known(server, path, tag(server, path)), 304, new ArrayList<>()));
        }
        for (int i = 0; i < WARM_UPS + options.runs(); i++) {
            empty.ask(i >= WARM_UPS);
            for (Asked asked : all) {
                asked.ask(i >= WARM_UPS);
            }
        }
        return all.stream()
                .map(asked -> Figure.of(
                        "read",
                        asked.figure(),
                        new Samples(asked.rates()),
                        "1/s",
                        "empty_endpoint",
                        new Samples(empty.rates())))
                .toList();
    }

    private static String tag(URI server, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
        }
    }
}
