package dev.kiwi.bench.ingest;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.dump.SampleDump;
import dev.kiwi.bench.process.HeapWatch;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A full dump from its first byte posted to all reads serving it. Baselines run on the same Postgres, in turns with
 * Kiwi, so that a busy machine slows all alike.
 */
public final class IngestBenchmark implements Benchmark {
    /** Before the clock runs: the JIT compiler sees every path. */
    private static final int WARM_UPS = 2;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench");
                Captures captures =
                        Captures.of(options, SampleDump.defaultAnchor(Clock.systemUTC()), scratch.directory())) {
            Path data = scratch.directory().resolve("data");
            try (KiwiProcess kiwi = KiwiProcess.start(data);
                    HeapWatch heap = HeapWatch.of(kiwi.pid())) {
                PostgresStore postgres = PostgresStore.running(StoreSettings.in(data));
                return measure(options, captures, kiwi, heap, postgres);
            }
        }
    }

    private static List<Figure> measure(
            BenchOptions options, Captures captures, KiwiProcess kiwi, HeapWatch heap, PostgresStore postgres)
            throws Exception {
        KiwiClient client = KiwiClient.loggedIn(kiwi.url());
        KiwiClient reader = client.withToken();
        List<Double> served = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        List<Double> rowed = new ArrayList<>();
        List<Double> grown = new ArrayList<>();
        long entries = 0;
        long rowEntries = 0;
        long rowBytes;
        try (Connection bare = BaselineDatabase.connect(postgres)) {
            RowDesign design = new RowDesign(bare);
            for (int i = 0; i < Math.min(WARM_UPS + options.runs(), captures.count()); i++) {
                Path dump = captures.file(i);
                Rows rows = Rows.of(dump, captures.timestamp(i));
                double copy = CopyBaseline.seconds(bare, rows);
                double row = design.seconds(rows);
                double[] post = new double[1];
                double growth = heap.peakGrowth(() -> post[0] = served(client, reader, dump, rows));
                entries += rows.count();
                rowEntries += rows.count();
                System.err.printf(
                        "  capture %d: %d rows, COPY %.2f s, row design %.2f s, Kiwi %.2f s, heap +%.0f MiB%n",
                        i, rows.count(), copy, row, post[0], growth);
                if (i >= WARM_UPS) {
                    copied.add(copy);
                    rowed.add(row);
                    served.add(post[0]);
                    grown.add(growth);
                }
            }
            rowBytes = Storage.bytes(bare, "public") - tableBytes(bare, "plain");
        }
        for (int i = WARM_UPS + options.runs(); i < captures.count(); i++) {
            Path dump = captures.file(i);
            entries += client.insert(dump, captures.timestamp(i))
                    .expect(200)
                    .path("entries")
                    .asLong();
        }
        double bytes;
        try (Connection kiwis = postgres.dataSource(postgres.user()).getConnection()) {
            bytes = Storage.bytes(kiwis, "leaderboards") / (double) entries;
        }
        Samples value = new Samples(served);
        return List.of(
                Figure.of("ingest", "post_to_served", value, "s", "copy_unindexed", new Samples(copied)),
                Figure.of("ingest", "post_to_served_vs_row_design", value, "s", "row_design", new Samples(rowed)),
                Figure.of(
                        "ingest",
                        "bytes_per_entry",
                        Samples.one(bytes),
                        "B",
                        "row_design",
                        Samples.one(rowBytes / (double) rowEntries)),
                Figure.of("ingest", "peak_heap_growth", new Samples(grown), "MiB", "limit", Samples.one(256)));
    }

    private static long tableBytes(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var size = statement.executeQuery("SELECT pg_total_relation_size('" + table + "')")) {
            size.next();
            return size.getLong(1);
        }
    }

    /** Posts, then reads the list of boards and the last board's first page; each must show the new capture. */
    private static double served(KiwiClient client, KiwiClient reader, Path dump, Rows rows) throws IOException {
        long begin = System.nanoTime();
        JsonNode answer = client.insert(dump, rows.anchor()).expect(200);
        Rows.BoardLine last = rows.boards().getLast();
        String anchor = "created_at=" + rows.anchor();
        JsonNode boards = reader.get("/v1/leaderboards?" + anchor).expect(200);
        JsonNode page = reader.get("/v1/leaderboards/" + last.uuid() + "/entries?limit=1&" + anchor)
                .expect(200);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!answer.path("accepted").asBoolean() || answer.path("entries").asLong() != rows.count()) {
            throw new IOException("The dump was not taken whole: " + answer);
        }
        if (boards.path("items").isEmpty() || page.path("items").isEmpty()) {
            throw new IOException("The capture is not served: " + page);
        }
        return seconds;
    }
}
