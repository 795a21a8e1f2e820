package dev.kiwi.bench.read;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.dump.SampleDump;
import dev.kiwi.bench.load.HttpLoad;
import dev.kiwi.bench.load.Requests;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads with a token each connection: authentication, limits, scope and the count of uses are on. The baseline is an
 * empty WebFlux endpoint in the same process, asked by the same generator, in turns.
 */
public final class ReadBenchmark implements Benchmark {
    private static final int WARM_UPS = 4;
    private static final int CONNECTIONS = 64;
    private static final Duration TURN = Duration.ofSeconds(5);
    /** As many captures as a page of timestamps lists. */
    private static final int CAPTURES = 60;

    private static final int NEWEST_HOUR = 96;

    /** Timers are asked without a token, all from one address. */
    private static final Map<String, String> NO_LIMIT_OF_ADDRESSES = Map.of("PUBLIC_ANON_RATE_LIMIT_ENABLED", "false");

    @Override
    public String name() {
        return "read";
    }

    /** What is asked, and all that was measured of it. */
    private record Asked(String name, URI server, Requests requests, List<HttpLoad.Result> results) {
        Asked(String name, URI server, Requests requests) {
            this(name, server, requests, new ArrayList<>());
        }

        HttpLoad.Result ask() throws IOException {
            return HttpLoad.run(server, CONNECTIONS, TURN, requests, 200);
        }

        Samples rate() {
            return new Samples(results.stream().map(HttpLoad.Result::perSecond).toList());
        }

        Samples millis(double percent) {
            return new Samples(results.stream()
                    .map(result -> result.latencies().millis(percent))
                    .toList());
        }
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench");
                KiwiProcess kiwi =
                        KiwiProcess.startWithAnnex(scratch.directory().resolve("data"), NO_LIMIT_OF_ADDRESSES)) {
            KiwiClient client = KiwiClient.loggedIn(kiwi.url());
            long newest = fill(client, scratch.directory().resolve("dump.cfg"));
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                tokens.add(client.withToken().bearer());
            }
            URI annex = URI.create(kiwi.annexUrl());
            URI server = URI.create(kiwi.url());
            String page = page(client.withToken(), newest);
            Asked empty = new Asked("empty", annex, Requests.get(annex, "/empty"));
            Asked timestamps =
                    new Asked("timestamps", server, Requests.get(server, "/v1/leaderboards/timestamps", tokens));
            Asked entries = new Asked("entries", server, Requests.get(server, page, tokens));
            for (int i = 0; i < WARM_UPS + options.runs(); i++) {
                for (Asked asked : List.of(empty, timestamps, entries)) {
                    HttpLoad.Result result = asked.ask();
                    print(i, asked, result);
                    if (i >= WARM_UPS) {
                        asked.results().add(result);
                    }
                }
            }
            List<Figure> figures = new ArrayList<>();
            figures.addAll(figures("token_get", timestamps, empty));
            figures.addAll(figures("entries_page", entries, empty));
            figures.addAll(ComputedReads.measure(server, annex, options));
            return figures;
        }
    }

    private static void print(int number, Asked asked, HttpLoad.Result result) {
        System.err.printf(
                "  turn %d: %-10s %7.0f/s, p50 %.2f p99 %.2f p99.9 %.2f ms%n",
                number,
                asked.name(),
                result.perSecond(),
                result.latencies().millis(50),
                result.latencies().millis(99),
                result.latencies().millis(99.9));
    }

    private List<Figure> figures(String figure, Asked asked, Asked empty) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(name(), figure, asked.rate(), "1/s", "empty_endpoint", empty.rate()));
        for (double percent : new double[] {50, 99, 99.9}) {
            String suffix = percent == 99.9 ? "_p999" : "_p" + (int) percent;
            figures.add(Figure.of(
                    name(), figure + suffix, asked.millis(percent), "ms", "empty_endpoint", empty.millis(percent)));
        }
        return figures;
    }

    /** Small captures of every hour, and a full one as the newest. @return the newest one's anchor */
    private static long fill(KiwiClient client, Path file) throws IOException {
        long anchor = SampleDump.defaultAnchor(Clock.systemUTC());
        long timestamp = anchor;
        for (int hour = NEWEST_HOUR - CAPTURES + 1; hour <= NEWEST_HOUR; hour++) {
            DumpGenerator dump = hour == NEWEST_HOUR
                    ? DumpGenerator.full(1, anchor)
                    : new DumpGenerator(DumpGenerator.full(1, anchor).boards(), 500, 1, anchor);
            timestamp = dump.timestamp(hour);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                dump.write(hour, out);
            }
            client.insert(file, timestamp).expect(200);
        }
        return timestamp;
    }

    private static String page(KiwiClient reader, long anchor) throws IOException {
        String board = reader.get("/v1/leaderboards?created_at=" + anchor)
                .expect(200)
                .path("items")
                .path(0)
                .path("uuid")
                .asString();
        return "/v1/leaderboards/" + board + "/entries?limit=100&created_at=" + anchor;
    }
}
