package dev.kiwi.bench.market;

import dev.kiwi.api.market.BundledItems;
import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.ingest.BaselineDatabase;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/**
 * A scrape of 12,000 new listings from the end of its upload until a read shows them, then the same listings seen again;
 * fails when one of them is there twice. The baseline is COPY of the same rows into an unindexed logged table.
 */
public final class MarketBenchmark implements Benchmark {
    private static final int LISTINGS = 12_000;
    private static final int WARM_UPS = 4;
    /** Of the first scrape, in seconds: no later one lies ahead, and all are on offer for two hours to come. */
    private static final long LOOK_BACK = 3_600;

    private static final double SECONDS_ALLOWED = .5;

    @Override
    public String name() {
        return "market";
    }

    private record Turn(double copied, double filed, double again) {}

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("data");
            try (KiwiProcess kiwi = KiwiProcess.start(data);
                    Connection bare = BaselineDatabase.connect(PostgresStore.running(StoreSettings.in(data)))) {
                Market market = Market.of(kiwi, scratch.directory().resolve("GrainusMod.cfg"));
                long begin = Clock.systemUTC().instant().getEpochSecond() - LOOK_BACK;
                List<Turn> turns = new ArrayList<>();
                for (int i = 0; i < WARM_UPS + options.runs(); i++) {
                    Turn turn = turn(i, begin, market, bare);
                    System.err.printf(
                            "  scrape %d: COPY %.3f s, Kiwi %.3f s, seen again %.3f s%n",
                            i, turn.copied(), turn.filed(), turn.again());
                    if (i >= WARM_UPS) {
                        turns.add(turn);
                    }
                }
                return figures(turns);
            }
        }
    }

    /** @param begin of the first scrape; each has a second of its own, which tells its listings from others */
    private static Turn turn(int number, long begin, Market market, Connection bare) throws IOException, SQLException {
        long seen = begin + 2L * number;
        Listings listings = Listings.of(number, LISTINGS, BundledItems.names(), begin);
        double copied = copy(bare, listings.rows(seen));
        Files.write(market.file(), listings.scrape());
        long expected = (number + 1L) * LISTINGS;
        double filed = market.file(seen, expected);
        return new Turn(copied, filed, market.file(seen + 1, expected));
    }

    /** @return seconds, commit included */
    private static double copy(Connection bare, byte[] rows) throws SQLException, IOException {
        try (Statement statement = bare.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS listing");
            statement.execute("CREATE TABLE listing (id uuid, name text, type text, stack int, price bigint,"
                    + " price_each float8, last_seen bigint, created_at bigint)");
        }
        long begin = System.nanoTime();
        bare.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY listing FROM STDIN", new ByteArrayInputStream(rows), 1 << 16);
        return (System.nanoTime() - begin) / 1e9;
    }

    /**
     * @param client who may file, and does not cool down
     * @param reader who may read
     * @param file the scrape of the turn
     */
    private record Market(KiwiClient client, KiwiClient reader, Path file) {
        static Market of(KiwiProcess kiwi, Path file) throws IOException {
            KiwiClient client = KiwiClient.loggedIn(kiwi.url());
            return new Market(client, client.withToken(), file);
        }

        /**
         * Files it as seen at that unix second.
         *
         * @param expected listings that are there afterwards
         * @return seconds from the end of the upload until a read shows all of them as seen
         */
        double file(long seen, long expected) throws IOException {
            AtomicLong uploaded = new AtomicLong();
            JsonNode answer = client.postFile(
                            "/v1/market/insert?timestamp=" + seen,
                            "GrainusMod.cfg",
                            file,
                            () -> uploaded.set(System.nanoTime()))
                    .expect(200);
            JsonNode seenNow = reader.get("/v1/market/listings?limit=1&last_seen_after=" + seen)
                    .expect(200);
            double seconds = (System.nanoTime() - uploaded.get()) / 1e9;
            JsonNode all = reader.get("/v1/market/listings?limit=1").expect(200);
            if (answer.path("imported").asLong() != LISTINGS
                    || seenNow.path("total").asLong() != LISTINGS) {
                throw new IOException("The scrape was not taken whole: " + answer + ", served: " + seenNow);
            }
            if (all.path("total").asLong() != expected) {
                throw new IOException("There are " + all.path("total") + " listings, not " + expected);
            }
            return seconds;
        }
    }

    private List<Figure> figures(List<Turn> turns) {
        Samples limit = Samples.one(SECONDS_ALLOWED);
        return List.of(
                Figure.of(name(), "upload_end_to_served", of(turns, Turn::filed), "s", "limit", limit),
                Figure.of(name(), "seen_again", of(turns, Turn::again), "s", "limit", limit),
                Figure.of(
                        name(),
                        "upload_end_to_served_vs_copy",
                        of(turns, Turn::filed),
                        "s",
                        "copy_unindexed",
                        of(turns, Turn::copied)));
    }

    private static Samples of(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return new Samples(turns.stream().map(figure::applyAsDouble).toList());
    }
}
