package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.HttpLoad;
import dev.kiwi.bench.load.Latencies;
import dev.kiwi.bench.load.Requests;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a server, turn by turn.
 *
 * @param connections with one request under way on each
 * @param turns times of those that count
 */
record Asked(String name, URI server, int connections, Requests requests, List<Latencies> turns) {
    private static final Duration TURN = Duration.ofSeconds(2);

    Asked(String name, URI server, int connections, Requests requests) {
        this(name, server, connections, requests, new ArrayList<>());
    }

    /** @param counts false to warm up */
    void ask(boolean counts) throws IOException {
        HttpLoad.Result result = HttpLoad.run(server, connections, TURN, requests, 200);
        Latencies times = result.latencies();
        System.err.printf(
                "  %-26s %7.0f/s, p50 %.2f p99 %.2f ms%n",
                name, result.perSecond(), times.millis(50), times.millis(99));
        if (counts) {
            turns.add(times);
        }
    }

    Samples millis(double percent) {
        return new Samples(turns.stream().map(turn -> turn.millis(percent)).toList());
    }
}
