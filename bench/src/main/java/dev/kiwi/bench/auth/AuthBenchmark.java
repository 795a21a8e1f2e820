package dev.kiwi.bench.auth;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.HttpLoad;
import dev.kiwi.bench.load.Requests;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.command.account.PasswordHasher;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a request with a token, from a token that the node remembers and from one that it has never seen; how
 * often a request asks Redis; what a login costs beside its password hash, and what that hash costs beside others. The
 * baseline of requests is an empty WebFlux endpoint in the same process.
 */
public final class AuthBenchmark implements Benchmark {
    private static final int WARM_UPS = 4;
    private static final int CONNECTIONS = 64;
    private static final Duration TURN = Duration.ofSeconds(5);
    /** A first use needs a token of its own, so its turns are short. */
    private static final Duration FIRST_USES = Duration.ofSeconds(1);

    private static final int LOGINS = 10;
    /** A kept answer: what is left is the path to it. */
    private static final String PATH = "/v1/leaderboards/timestamps";

    @Override
    public String name() {
        return "auth";
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench");
                KiwiProcess kiwi =
                        KiwiProcess.startWithAnnex(scratch.directory().resolve("data"))) {
            KiwiClient admin = KiwiClient.loggedIn(kiwi.url());
            List<Figure> figures = new ArrayList<>(requests(kiwi, admin, options.runs()));
            figures.add(login(kiwi, options.runs()));
            figures.addAll(PasswordHashes.figures(name()));
            return figures;
        }
    }

    private List<Figure> requests(KiwiProcess kiwi, KiwiClient admin, int runs) throws Exception {
        URI server = URI.create(kiwi.url());
        URI annex = URI.create(kiwi.annexUrl());
        Requests nothing = Requests.get(annex, "/empty");
        Requests known = Requests.get(server, PATH, MintedTokens.mint(admin, CONNECTIONS));
        List<HttpLoad.Result> empty = new ArrayList<>();
        List<HttpLoad.Result> cached = new ArrayList<>();
        List<HttpLoad.Result> uncached = new ArrayList<>();
        RedisCalls calls = new RedisCalls(server);
        for (int i = 0; i < WARM_UPS + runs; i++) {
            List<HttpLoad.Result> turn = new ArrayList<>();
            turn.add(HttpLoad.run(annex, CONNECTIONS, TURN, nothing, 200));
            calls.begin();
            turn.add(HttpLoad.run(server, CONNECTIONS, TURN, known, 200));
            calls.end(turn.getLast().latencies().count());
            turn.add(HttpLoad.run(server, CONNECTIONS, FIRST_USES, new FirstUses(server, PATH, admin), 200));
            System.err.printf(
                    "  turn %d: empty %.0f/s, known token %.0f/s, first use %.0f/s, %.2f calls to Redis a request%n",
                    i,
                    turn.get(0).perSecond(),
                    turn.get(1).perSecond(),
                    turn.get(2).perSecond(),
                    calls.last());
            if (i >= WARM_UPS) {
                empty.add(turn.get(0));
                cached.add(turn.get(1));
                uncached.add(turn.get(2));
            }
        }
        return List.of(
                Figure.of(name(), "cached", rates(cached), "1/s", "empty_endpoint", rates(empty)),
                Figure.of(name(), "cached_p99", p99(cached), "ms", "empty_endpoint", p99(empty)),
                Figure.of(name(), "uncached", rates(uncached), "1/s", "empty_endpoint", rates(empty)),
                Figure.of(name(), "uncached_p99", p99(uncached), "ms", "empty_endpoint", p99(empty)),
                Figure.of(name(), "redis_calls", calls.perRequest(), "a request", "limit", Samples.one(1)));
    }

    private Figure login(KiwiProcess kiwi, int runs) throws IOException {
        List<Double> logins = new ArrayList<>();
        List<Double> hashes = new ArrayList<>();
        try (PasswordHasher hasher = new PasswordHasher()) {
            String hash = hasher.hash(KiwiProcess.PASSWORD).join();
            for (int i = 0; i < LOGINS * (runs + 1); i++) {
                long begin = System.nanoTime();
                KiwiClient.loggedIn(kiwi.url());
                long between = System.nanoTime();
                hasher.verify(KiwiProcess.PASSWORD, hash).join();
                long end = System.nanoTime();
                if (i >= LOGINS) {
                    logins.add((between - begin) / 1e6);
                    hashes.add((end - between) / 1e6);
                }
            }
        }
        return Figure.of(name(), "login", new Samples(logins), "ms", "argon2id", new Samples(hashes));
    }

    private static Samples rates(List<HttpLoad.Result> results) {
        return new Samples(results.stream().map(HttpLoad.Result::perSecond).toList());
    }

    private static Samples p99(List<HttpLoad.Result> results) {
        return new Samples(
                results.stream().map(result -> result.latencies().millis(99)).toList());
    }
}
