package dev.kiwi.bench.cheaters;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.process.HeapWatch;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.LinuxProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/**
 * The pass over a full capture of 720,000 rows with its week behind it: {@code --captures} hours, 60 to 168. The
 * baseline copies the same packed boards out of Postgres and looks at nothing.
 */
public final class CheatersBenchmark implements Benchmark {
    private static final long HOUR = 3_600;
    private static final long WEEK = 168 * HOUR;
    private static final long FIRST_MONDAY = 1_767_610_800L;
    private static final long FIVE_MINUTES = 300;
    private static final long PLANTED = 7;
    private static final double SECONDS_ALLOWED = 5;
    private static final double MEBIBYTES_ALLOWED = 512;
    private static final int WARM_UPS = 2;
    /** Playing without sleep shows after two days. */
    private static final int FEWEST_HOURS = 60;

    @Override
    public String name() {
        return "cheaters";
    }

    private record Turn(double copied, double seconds, double processor, double grown) {}

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        long now = Clock.systemUTC().instant().getEpochSecond();
        // The last whole week, so that nothing lies ahead.
        long monday = Math.floorDiv(now - FIRST_MONDAY, WEEK) * WEEK + FIRST_MONDAY - WEEK;
        DumpGenerator generator = new DumpGenerator(88, 20_000, 1, monday + FIVE_MINUTES, PLANTED);
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("data");
            try (KiwiProcess kiwi = KiwiProcess.start(data);
                    HeapWatch heap = HeapWatch.of(kiwi.pid())) {
                KiwiClient client = KiwiClient.loggedIn(kiwi.url());
                long anchor = fill(client, generator, hours(options), scratch);
                PostgresStore postgres = PostgresStore.running(StoreSettings.in(data));
                List<Turn> turns = new ArrayList<>();
                for (int i = 0; i < WARM_UPS + options.runs(); i++) {
                    Turn turn = turn(client, heap, kiwi, postgres);
                    System.err.printf(
                            "  turn %d: COPY %.2f s, pass %.2f s, %.2f s of all processors, heap +%.0f MiB%n",
                            i, turn.copied, turn.seconds, turn.processor, turn.grown);
                    if (i >= WARM_UPS) {
                        turns.add(turn);
                    }
                }
                return figures(turns, Found.in(client.withToken(), generator.truth(), anchor));
            }
        }
    }

    private static int hours(BenchOptions options) {
        return Math.clamp(options.captures().orElse(FEWEST_HOURS), FEWEST_HOURS, 168);
    }

    private static long fill(KiwiClient client, DumpGenerator generator, int captures, Scratch scratch)
            throws IOException {
        Path dump = scratch.directory().resolve("dump.cfg");
        // The newest hours of the week's first ones: the reset lies behind the first.
        for (int hour = 0; hour < captures; hour++) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dump), 1 << 16)) {
                generator.write(hour, out);
            }
            JsonNode answer = client.insert(dump, generator.timestamp(hour)).expect(200);
            if (!answer.path("accepted").asBoolean()) {
                throw new IOException("The dump of hour " + hour + " was not taken: " + answer);
            }
            if (hour % 24 == 23) {
                System.err.printf("  %d captures filed%n", hour + 1);
            }
        }
        return generator.timestamp(captures - 1);
    }

    private static Turn turn(KiwiClient client, HeapWatch heap, KiwiProcess kiwi, PostgresStore postgres)
            throws IOException, SQLException {
        double copied = copy(postgres);
        LinuxProcess process = new LinuxProcess(kiwi.pid());
        double[] seconds = new double[2];
        double grown = heap.peakGrowth(() -> {
            double before = process.processorSeconds(false);
            long begin = System.nanoTime();
            client.post("/v1/leaderboards/cheaters/recompute", Map.of()).expect(200);
            seconds[0] = (System.nanoTime() - begin) / 1e9;
            seconds[1] = process.processorSeconds(false) - before;
        });
        return new Turn(copied, seconds[0], seconds[1], grown);
    }

    private static double copy(PostgresStore postgres) throws SQLException, IOException {
        try (Connection connection = postgres.dataSource(postgres.user()).getConnection()) {
            long begin = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY leaderboards.board_capture (anchor, body) TO STDOUT (FORMAT binary)",
                            OutputStream.nullOutputStream());
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private List<Figure> figures(List<Turn> turns, Found found) {
        Samples seconds = new Samples(turns.stream().map(Turn::seconds).toList());
        Samples copied = new Samples(turns.stream().map(Turn::copied).toList());
        Samples processor = new Samples(turns.stream().map(Turn::processor).toList());
        Samples grown = new Samples(turns.stream().map(Turn::grown).toList());
        return List.of(
                Figure.of(name(), "pass", seconds, "s", "copy_out", copied),
                Figure.of(name(), "pass_processor_time", processor, "s", "limit", Samples.one(SECONDS_ALLOWED)),
                Figure.of(name(), "peak_heap_growth", grown, "MiB", "limit", Samples.one(MEBIBYTES_ALLOWED)),
                Figure.of(
                        name(),
                        "planted_found",
                        Samples.one(found.sure()),
                        "",
                        "planted",
                        Samples.one(found.planted())));
    }
}
