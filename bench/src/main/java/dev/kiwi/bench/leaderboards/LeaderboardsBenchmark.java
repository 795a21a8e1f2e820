package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.ingest.BaselineDatabase;
import dev.kiwi.bench.ingest.Storage;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * {@code --captures} hourly captures, thirty days by default, of 88 boards with 2,000 rows on average, filed by the
 * backfill of operators; then reads and a replay at that depth. A second Kiwi holds the newest day of the same captures,
 * so that both depths are measured in turns.
 */
public final class LeaderboardsBenchmark implements Benchmark {
    private static final int CAPTURES = 720;
    /** A day, and one capture of the game day before in any case. */
    private static final int SHALLOW = 25;

    private static final int BOARDS = 88;
    /** Of the fullest board, so that all have 2,000 on average. */
    private static final int ENTRIES = 4_870;

    private static final double HEAP_MEBIBYTES = 1_024;

    @Override
    public String name() {
        return "leaderboards";
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        Hours hours = new Hours(0, Math.max(SHALLOW, options.captures().orElse(CAPTURES)));
        long anchor = hours.anchorAt(Clock.systemUTC().instant().getEpochSecond());
        DumpGenerator generator = new DumpGenerator(BOARDS, ENTRIES, 1, anchor);
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("deep");
            try (KiwiProcess deep = KiwiProcess.startWithAnnex(data)) {
                KiwiClient client = KiwiClient.loggedIn(deep.url());
                List<Figure> figures = new ArrayList<>(fill(deep, data, generator, hours, client));
                Path few = scratch.directory().resolve("shallow");
                try (KiwiProcess shallow = KiwiProcess.startWithAnnex(few)) {
                    fillShallow(shallow, generator, hours.newest(SHALLOW));
                    long newest = generator.timestamp(hours.to() - 1);
                    DepthReads reads = new DepthReads(
                            depth(client, deep, newest),
                            depth(KiwiClient.loggedIn(shallow.url()), shallow, newest),
                            URI.create(deep.annexUrl()));
                    figures.addAll(reads.measure(options));
                }
                figures.addAll(new ActivityReplay(client, URI.create(deep.url()), hours.count()).measure(options));
                return figures;
            }
        }
    }

    private List<Figure> fill(KiwiProcess kiwi, Path data, DumpGenerator generator, Hours hours, KiwiClient client)
            throws IOException, SQLException {
        PostgresStore postgres = PostgresStore.running(StoreSettings.in(data));
        Backfill.Filed filed;
        try (Connection bare = BaselineDatabase.connect(postgres)) {
            filed = new Backfill(kiwi, data, generator).file(hours, bare);
        }
        Analysis.await(client);
        long entries = entries(client, hours.count());
        double bytes;
        try (Connection kiwis = postgres.dataSource(postgres.user()).getConnection()) {
            bytes = Storage.bytes(kiwis, "leaderboards");
        }
        return List.of(
                Figure.of(
                        name(),
                        "backfill",
                        new Samples(filed.perMinute()),
                        "1/min",
                        "copy_unindexed",
                        new Samples(filed.copied())),
                Figure.of(
                        name(),
                        "backfill_peak_heap_growth",
                        Samples.one(Collections.max(filed.grown())),
                        "MiB",
                        "largest_heap",
                        Samples.one(HEAP_MEBIBYTES)),
                Figure.of(
                        name(),
                        "bytes_per_entry",
                        Samples.one(bytes / entries),
                        "B",
                        "text",
                        Samples.one((double) filed.textBytes() / entries)));
    }

    /** How many rows the captures have. @throws IOException when one is missing */
    private static long entries(KiwiClient client, int captures) throws IOException {
        JsonNode held = client.get("/admin/leaderboards/captures?limit=10000").expect(200);
        if (held.path("items").size() != captures) {
            throw new IOException(held.path("items").size() + " captures are held, not " + captures);
        }
        long entries = 0;
        for (JsonNode capture : held.path("items")) {
            entries += capture.path("entries").asLong();
        }
        System.err.printf("  %d captures with %d rows each on average%n", captures, entries / captures);
        return entries;
    }

    private static void fillShallow(KiwiProcess kiwi, DumpGenerator generator, Hours hours) throws IOException {
        KiwiClient client = KiwiClient.loggedIn(kiwi.url());
        try (SavedDumps dumps = SavedDumps.write(generator, hours)) {
            for (int hour = hours.from(); hour < hours.to(); hour++) {
                client.insert(dumps.file(hour), generator.timestamp(hour)).expect(200);
            }
        }
        Analysis.await(client);
    }

    private static DepthReads.Depth depth(KiwiClient client, KiwiProcess kiwi, long newest) throws IOException {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < DepthReads.Depth.TOKENS; i++) {
            tokens.add(client.withToken().bearer());
        }
        return new DepthReads.Depth(URI.create(kiwi.url()), tokens, PointReads.of(client.withToken(), newest));
    }
}
