package dev.kiwi.bench.commands;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.HttpLoad;
import dev.kiwi.bench.load.Latencies;
import dev.kiwi.bench.load.PacedReader;
import dev.kiwi.bench.load.Requests;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * Minting a token: an event, a claim, a row of a read model. Over HTTP with session, limits, {@code Idempotency-Key} and
 * the wait for the read model. Insert loop, gateway and HTTP take turns on the same Postgres.
 */
public final class CommandsBenchmark implements Benchmark {
    /** It takes minutes until the slow path over HTTP is compiled on two busy cores. */
    private static final int WARM_UPS = 6;

    private static final int IN_FLIGHT = 32;
    private static final int CALM_IN_FLIGHT = 16;
    private static final int READS_PER_SECOND = 20;
    private static final Duration RATE = Duration.ofSeconds(4);
    private static final Duration LATENCY = Duration.ofSeconds(10);
    private static final double P99_LIMIT_MILLIS = 30;

    @Override
    public String name() {
        return "commands";
    }

    /** What one turn gave. @param applied commands of the gateway by second until all read models had them */
    private record Turn(
            HttpLoad.Result inserts,
            double gateway,
            double applied,
            double http,
            double keyless,
            Latencies answers,
            Latencies reads,
            Latencies idleReads) {}

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("data");
            try (KiwiProcess kiwi = KiwiProcess.startWithAnnex(data)) {
                KiwiClient client = KiwiClient.loggedIn(kiwi.url());
                client.withToken();
                PostgresStore postgres = PostgresStore.running(StoreSettings.in(data));
                InsertLoop inserts = InsertLoop.like(postgres.dataSource(postgres.user()));
                List<Turn> turns = new ArrayList<>();
                for (int i = 0; i < WARM_UPS + options.runs(); i++) {
                    Turn turn = turn(kiwi, client, inserts);
                    print(i, turn);
                    if (i >= WARM_UPS) {
                        turns.add(turn);
                    }
                }
                return figures(turns);
            }
        }
    }

    private static Turn turn(KiwiProcess kiwi, KiwiClient client, InsertLoop inserts) throws Exception {
        URI server = URI.create(kiwi.url());
        Requests mint = Requests.post(server, "/tokens", client.bearer(), "{\"name\":\"bench\"}", true);
        Requests keyless = Requests.post(server, "/tokens", client.bearer(), "{\"name\":\"bench\"}", false);
        Requests me = Requests.get(server, "/auth/me", List.of(client.bearer()));
        HttpLoad.Result inserted = inserts.run(IN_FLIGHT, RATE);
        Gateway gateway = gateway(kiwi, client);
        double http = HttpLoad.run(server, IN_FLIGHT, RATE, mint, 201).perSecond();
        double withoutKey = HttpLoad.run(server, IN_FLIGHT, RATE, keyless, 201).perSecond();
        Latencies idle;
        try (PacedReader reader = PacedReader.start(server, me, READS_PER_SECOND)) {
            LockSupport.parkNanos(LATENCY.toNanos());
            idle = reader.stop();
        }
        try (PacedReader reader = PacedReader.start(server, me, READS_PER_SECOND)) {
            Latencies answers =
                    HttpLoad.run(server, CALM_IN_FLIGHT, LATENCY, mint, 201).latencies();
            return new Turn(
                    inserted, gateway.rate(), gateway.applied(), http, withoutKey, answers, reader.stop(), idle);
        }
    }

    private record Gateway(double rate, double applied) {}

    /** Ends when the read models have caught up: what comes next over HTTP would wait for them. */
    private static Gateway gateway(KiwiProcess kiwi, KiwiClient client) throws IOException {
        String account = client.get("/auth/me").expect(200).path("id").asString();
        long begin = System.nanoTime();
        JsonNode outcome = KiwiClient.anonymous(kiwi.annexUrl())
                .post("/gateway", Map.of("accountId", account, "seconds", RATE.toMillis() / 1e3, "inFlight", IN_FLIGHT))
                .expect(200);
        client.awaitReadModels();
        double commands = outcome.path("commands").asDouble();
        return new Gateway(
                commands / outcome.path("seconds").asDouble(), commands / ((System.nanoTime() - begin) / 1e9));
    }

    private static void print(int number, Turn turn) {
        System.err.printf(
                "  turn %d: inserts %.0f/s, gateway %.0f/s (applied %.0f/s), HTTP %.0f/s (without key %.0f/s), p50 %.1f p99 %.1f"
                        + " p99.9 %.1f ms, reads p50 %.1f p99 %.1f ms (idle %.1f, %.1f)%n",
                number,
                turn.inserts().perSecond(),
                turn.gateway(),
                turn.applied(),
                turn.http(),
                turn.keyless(),
                turn.answers().millis(50),
                turn.answers().millis(99),
                turn.answers().millis(99.9),
                turn.reads().millis(50),
                turn.reads().millis(99),
                turn.idleReads().millis(50),
                turn.idleReads().millis(99));
    }

    private List<Figure> figures(List<Turn> turns) {
        Samples inserts = of(turns, turn -> turn.inserts().perSecond());
        Samples limit = Samples.one(P99_LIMIT_MILLIS);
        return List.of(
                figure("gateway_rate", of(turns, Turn::gateway), "1/s", "insert_loop", inserts),
                figure("gateway_rate_until_applied", of(turns, Turn::applied), "1/s", "insert_loop", inserts),
                figure("http_rate", of(turns, Turn::http), "1/s", "insert_loop", inserts),
                figure("http_rate_without_key", of(turns, Turn::keyless), "1/s", "insert_loop", inserts),
                figure("http_p50", of(turns, turn -> turn.answers().millis(50)), "ms", "limit_of_p99", limit),
                figure("http_p99", of(turns, turn -> turn.answers().millis(99)), "ms", "limit_of_p99", limit),
                figure("http_p999", of(turns, turn -> turn.answers().millis(99.9)), "ms", "limit_of_p99", limit),
                figure(
                        "read_p50_meanwhile",
                        of(turns, turn -> turn.reads().millis(50)),
                        "ms",
                        "idle",
                        of(turns, turn -> turn.idleReads().millis(50))),
                figure(
                        "read_p99_meanwhile",
                        of(turns, turn -> turn.reads().millis(99)),
                        "ms",
                        "idle",
                        of(turns, turn -> turn.idleReads().millis(99))));
    }

    private Figure figure(String figure, Samples value, String unit, String baseline, Samples base) {
        return Figure.of(name(), figure, value, unit, baseline, base);
    }

    private static Samples of(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return new Samples(turns.stream().map(figure::applyAsDouble).toList());
    }
}
