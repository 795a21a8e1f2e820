package dev.kiwi.bench.stream;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.LinuxProcess;
import dev.kiwi.bench.process.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One node holds 5,000 connections of the stream. How long until a message that a command leads to has reached all of
 * them, counted from before the command is sent; what a connection takes of the heap; and how long until the node has
 * noticed that readers are gone. The baselines are the bars.
 */
public final class StreamBenchmark implements Benchmark {
    private static final int CONNECTIONS = 5_000;
    private static final int KILLED = 500;
    /** Files and connections of the node's own, which come and go meanwhile. */
    private static final int OTHERS = 10;

    private static final int WARM_UPS = 2;
    private static final double MOST_SECONDS = 1;
    private static final double MOST_KIB = 40;
    private static final double MOST_SECONDS_TO_NOTICE = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The stream tells giveaways apart by the second in which they were made. */
    private static final Duration A_SECOND = Duration.ofMillis(1_100);

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Map<String, String> ROOM = Map.of(
            "EVENTS_MAX_CONNECTIONS", "10000",
            "EVENTS_MAX_CONNECTIONS_PER_IP", "10000",
            "PUBLIC_ANON_RATE_LIMIT_MAX", "100000000");

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench");
                KiwiProcess kiwi = KiwiProcess.start(scratch.directory().resolve("data"), ROOM, "all")) {
            KiwiClient client = KiwiClient.loggedIn(kiwi.url());
            String drawer = drawer(client);
            URI server = URI.create(kiwi.url());
            // The first connections pay for what is loaded once.
            Listeners.open(server, 50, PATIENCE).close();
            double before = liveHeap(kiwi);
            try (Listeners listeners = Listeners.open(server, CONNECTIONS, PATIENCE)) {
                double heap = (liveHeap(kiwi) - before) / CONNECTIONS / 1_024;
                List<Double> toAll = new ArrayList<>();
                List<Double> firstToLast = new ArrayList<>();
                for (int turn = -WARM_UPS; turn < options.runs(); turn++) {
                    publish(client, drawer, listeners, turn, toAll, firstToLast);
                }
                double noticed = noticed(kiwi, listeners);
                System.err.printf("  heap %.1f KiB a connection, killed readers noticed in %.2f s%n", heap, noticed);
                return List.of(
                        figure("command_to_all", new Samples(toAll), "s", MOST_SECONDS),
                        figure("first_to_last", new Samples(firstToLast), "s", MOST_SECONDS),
                        figure("heap_per_connection", Samples.one(heap), "KiB", MOST_KIB),
                        figure("killed_noticed", Samples.one(noticed), "s", MOST_SECONDS_TO_NOTICE));
            }
        }
    }

    private Figure figure(String figure, Samples value, String unit, double most) {
        return Figure.of(name(), figure, value, unit, "limit", Samples.one(most));
    }

    private static String drawer(KiwiClient client) throws IOException {
        String id = client.post("/admin/vault/items", Map.of("name", "prize"))
                .expect(201)
                .path("id")
                .asString();
        List<String> codes = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            codes.add("code " + n);
        }
        client.post("/admin/vault/items/" + id + "/codes", Map.of("codes", codes))
                .expect(200);
        return id;
    }

    /** Makes a giveaway and waits until every connection has been told of it. */
    private static void publish(
            KiwiClient client,
            String drawer,
            Listeners listeners,
            int turn,
            List<Double> toAll,
            List<Double> firstToLast)
            throws IOException {
        LockSupport.parkNanos(A_SECOND.toNanos());
        String title = "giveaway of turn " + turn + ".";
        Instant now = Instant.now();
        Thread command = Thread.ofVirtual().unstarted(() -> create(client, drawer, title, now));
        long begin = System.nanoTime();
        command.start();
        List<Long> arrivals = listeners.await(title, CONNECTIONS, PATIENCE);
        double all = (arrivals.getLast() - begin) / 1e9;
        double spread = (arrivals.getLast() - arrivals.getFirst()) / 1e9;
        System.err.printf("  turn %d: %.3f s to all, %.3f s from the first to the last%n", turn, all, spread);
        if (turn >= 0) {
            toAll.add(all);
            firstToLast.add(spread);
        }
    }

    private static void create(KiwiClient client, String drawer, String title, Instant now) {
        try {
            client.post(
                            "/admin/giveaways",
                            Map.of(
                                    "title",
                                    title,
                                    "starts_at",
                                    now.minusSeconds(1).toString(),
                                    "ends_at",
                                    now.plusSeconds(3_600).toString(),
                                    "vault_item_id",
                                    drawer))
                    .expect(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of all objects that are in use; the tool has the heap collected before it counts. */
    private static double liveHeap(KiwiProcess kiwi) throws IOException {
        Matcher total = TOTAL.matcher(kiwi.jcmd("GC.class_histogram"));
        if (!total.find()) {
            throw new IOException("The histogram of the heap has no total");
        }
        return Double.parseDouble(total.group(1));
    }

    /** @return seconds until the node has closed the sockets of readers that are gone */
    private static double noticed(KiwiProcess kiwi, Listeners listeners) throws IOException {
        LinuxProcess process = new LinuxProcess(kiwi.pid());
        int open = process.descriptors();
        long begin = System.nanoTime();
        listeners.kill(KILLED);
        while (process.descriptors() > open - KILLED + OTHERS) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("Readers that are gone were not noticed within " + PATIENCE);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
