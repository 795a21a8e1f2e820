package dev.kiwi.bench.replay;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.Latencies;
import dev.kiwi.bench.load.PacedReader;
import dev.kiwi.bench.load.Requests;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.postgresql.PGConnection;

/**
 * A rebuild of the token read model from its events while tokens are read; fails when a read fails or the rebuilt rows
 * are not the live ones. The baseline reads the same events out of Postgres and does nothing with them.
 */
public final class ReplayBenchmark implements Benchmark {
    private static final int FILL = 25_000;
    private static final int READS_PER_SECOND = 20;
    private static final Duration IDLE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "replay";
    }

    private record Turn(double copied, double replayed, Latencies reads, Latencies idleReads) {}

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("data");
            try (KiwiProcess kiwi = KiwiProcess.startWithAnnex(data)) {
                KiwiClient client = KiwiClient.loggedIn(kiwi.url());
                client.withToken();
                fill(kiwi, client, options.events());
                PostgresStore postgres = PostgresStore.running(StoreSettings.in(data));
                List<Turn> turns = new ArrayList<>();
                for (int i = 0; i < options.runs(); i++) {
                    Turn turn = turn(kiwi, client, postgres);
                    System.err.printf(
                            "  turn %d: COPY %.0f events/s, replay %.0f events/s, %d reads p50 %.1f p99 %.1f ms"
                                    + " (idle %.1f, %.1f)%n",
                            i,
                            turn.copied(),
                            turn.replayed(),
                            turn.reads().count(),
                            turn.reads().millis(50),
                            turn.reads().millis(99),
                            turn.idleReads().millis(50),
                            turn.idleReads().millis(99));
                    turns.add(turn);
                }
                return figures(turns);
            }
        }
    }

    private static void fill(KiwiProcess kiwi, KiwiClient client, int events) throws IOException {
        KiwiClient annex = KiwiClient.anonymous(kiwi.annexUrl());
        long begin = System.nanoTime();
        for (int done = 0; done < events; done += FILL) {
            annex.post("/events", Map.of("events", Math.min(FILL, events - done)))
                    .expect(200);
        }
        double appended = (System.nanoTime() - begin) / 1e9;
        client.awaitReadModels();
        System.err.printf(
                "  %d events appended in %.0f s, applied by all read models after %.0f s%n",
                events, appended, (System.nanoTime() - begin) / 1e9);
    }

    private static Turn turn(KiwiProcess kiwi, KiwiClient client, PostgresStore postgres)
            throws IOException, SQLException {
        URI server = URI.create(kiwi.url());
        Requests tokens = Requests.get(server, "/tokens", List.of(client.bearer()));
        double copied = copy(postgres);
        Latencies idle;
        try (PacedReader reader = PacedReader.start(server, tokens, READS_PER_SECOND)) {
            LockSupport.parkNanos(IDLE.toNanos());
            idle = reader.stop();
        }
        try (PacedReader reader = PacedReader.start(server, tokens, READS_PER_SECOND)) {
            double replayed = replay(client);
            return new Turn(copied, replayed, reader.stop(), idle);
        }
    }

    /** @return events by second */
    private static double copy(PostgresStore postgres) throws SQLException, IOException {
        try (Connection connection = postgres.dataSource(postgres.user()).getConnection()) {
            long begin = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT * FROM es.event ORDER BY global_index) TO STDOUT",
                            OutputStream.nullOutputStream());
            return rows / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** @return events by second */
    private static double replay(KiwiClient client) throws IOException {
        Rebuild rebuild = Rebuild.run(client, "token");
        if (!rebuild.sameRows()) {
            throw new IOException("The rebuilt rows differ from the live ones: " + rebuild.shown());
        }
        return rebuild.events() / rebuild.seconds();
    }

    private List<Figure> figures(List<Turn> turns) {
        return List.of(
                Figure.of(
                        name(), "token_replay", of(turns, Turn::replayed), "ev/s", "copy_out", of(turns, Turn::copied)),
                Figure.of(
                        name(),
                        "read_p99_meanwhile",
                        of(turns, turn -> turn.reads().millis(99)),
                        "ms",
                        "idle",
                        of(turns, turn -> turn.idleReads().millis(99))));
    }

    private static Samples of(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return new Samples(turns.stream().map(figure::applyAsDouble).toList());
    }
}
