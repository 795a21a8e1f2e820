package dev.kiwi.bench.soak;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.MixedLoad;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.LinuxProcess;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

/**
 * The {@link Mix} at 60 % of what the same connections get through flat out, and a dump at the begin of each minute. The
 * baseline of each figure is the first minutes, its value the last. The load pauses for the full collections after the
 * first and the last minutes, so that no call waits for them.
 */
public final class SoakBenchmark implements Benchmark {
    private static final String LISTER = "lister@example.org";
    private static final int TOKENS = 20;
    private static final int CONNECTIONS = 64;
    private static final double SHARE = .6;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int WARM_UPS = 2;
    private static final int WINDOW = 3;
    private static final int GROWTHS_SHOWN = 15;
    private static final int ERRORS_SHOWN = 5;

    private static final Flat HEAP = new Flat(1.2, 0);
    private static final Flat HELD = new Flat(1.1, 3);
    private static final Flat LATENCY = new Flat(1.5, 0);

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("data");
            Captures captures = new Captures(scratch.directory());
            List<String> tokens = prepare(data, captures);
            try (KiwiProcess kiwi = KiwiProcess.start(data)) {
                URI server = URI.create(kiwi.url());
                KiwiClient writer = KiwiClient.loggedIn(kiwi.url());
                KiwiClient reader = KiwiClient.with(kiwi.url(), tokens.getFirst());
                Mix mix = new Mix(
                        server,
                        tokens,
                        KiwiClient.loggedIn(kiwi.url(), LISTER).bearer(),
                        writer.bearer(),
                        captures.pages(reader),
                        captures.players(reader));
                try (MixedLoad load = MixedLoad.over(server, CONNECTIONS, mix);
                        Dumps dumps = new Dumps(captures, writer)) {
                    return soak(options.minutes(), kiwi, PostgresStore.running(StoreSettings.in(data)), load, dumps);
                }
            }
        }
    }

    /** Captures, and an account with a few tokens that mints no more. @return the tokens */
    private static List<String> prepare(Path data, Captures captures) throws IOException {
        try (KiwiProcess kiwi = KiwiProcess.start(data, Map.of("ADMIN_EMAIL", LISTER), "all")) {
            KiwiClient lister = KiwiClient.loggedIn(kiwi.url(), LISTER);
            captures.fileAll(lister);
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < TOKENS; i++) {
                tokens.add(lister.withToken().bearer());
            }
            return tokens;
        }
    }

    private List<Figure> soak(int count, KiwiProcess kiwi, PostgresStore postgres, MixedLoad load, Dumps dumps)
            throws Exception {
        double capacity = capacity(load, dumps);
        LinuxProcess process = new LinuxProcess(kiwi.pid());
        int window = Math.clamp(count / 2, 1, WINDOW);
        List<Minute> minutes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Dumps.Posted> dump = dumps.post();
            MixedLoad.Result result = load.paced(capacity * SHARE, MINUTE);
            Vitals vitals = Vitals.of(process, postgres);
            Dumps.Posted posted = dump.join();
            LiveHeap heap = i < window || i >= count - window ? LiveHeap.of(kiwi.jcmd("GC.class_histogram")) : null;
            Minute minute = new Minute(result, posted.seconds(), posted.errors(), vitals, heap);
            System.err.println("  minute " + (i + 1) + ": " + minute.line());
            print(result);
            minutes.add(minute);
        }
        List<Figure> figures = figures(capacity, minutes, window);
        judge(figures, minutes);
        return figures;
    }

    /** The last minute counts, those before warm up. @return calls by second */
    private static double capacity(MixedLoad load, Dumps dumps) throws IOException {
        double capacity = 0;
        for (int i = 0; i <= WARM_UPS; i++) {
            CompletableFuture<Dumps.Posted> dump = dumps.post();
            MixedLoad.Result result = load.flatOut(MINUTE);
            dump.join();
            capacity = result.perSecond();
            System.err.printf(
                    "  flat out: %.0f/s, p50 %.1f p99 %.1f ms, %d errors%n",
                    capacity, result.latencies().millis(50), result.latencies().millis(99), result.errorCount());
            print(result);
        }
        return capacity;
    }

    private static void print(MixedLoad.Result result) {
        result.errors().entrySet().stream()
                .limit(ERRORS_SHOWN)
                .forEach(error -> System.err.println("    " + error.getValue() + " times " + error.getKey()));
    }

    private List<Figure> figures(double capacity, List<Minute> minutes, int window) {
        List<Minute> first = minutes.subList(0, window);
        List<Minute> last = minutes.subList(minutes.size() - window, minutes.size());
        double calls = minutes.stream()
                .mapToInt(each -> each.load().latencies().count())
                .sum();
        double errors = minutes.stream().mapToInt(Minute::errors).sum();
        return List.of(
                figure("heap_after_gc", "MB", first, last, Minute::heapMegabytes),
                figure("threads", "", first, last, each -> each.vitals().threads()),
                figure(
                        "postgres_connections",
                        "",
                        first,
                        last,
                        each -> each.vitals().connections()),
                figure("descriptors", "", first, last, each -> each.vitals().descriptors()),
                figure("p50", "ms", first, last, each -> each.load().latencies().millis(50)),
                figure("p99", "ms", first, last, each -> each.load().latencies().millis(99)),
                Figure.of(
                        name(),
                        "rate",
                        of(minutes, each -> each.load().perSecond()),
                        "1/s",
                        "capacity",
                        Samples.one(capacity)),
                Figure.of(name(), "errors", Samples.one(errors), "", "calls", Samples.one(calls)));
    }

    private Figure figure(
            String figure, String unit, List<Minute> first, List<Minute> last, ToDoubleFunction<Minute> value) {
        return Figure.of(name(), figure, of(last, value), unit, "first_minutes", of(first, value));
    }

    private static Samples of(List<Minute> minutes, ToDoubleFunction<Minute> value) {
        return new Samples(minutes.stream().map(value::applyAsDouble).toList());
    }

    /** Says what is not flat; of the heap, also what has grown. */
    private static void judge(List<Figure> figures, List<Minute> minutes) {
        for (Figure figure : figures) {
            boolean good = switch (figure.figure()) {
                case "heap_after_gc" -> HEAP.holds(figure);
                case "threads", "postgres_connections", "descriptors" -> HELD.holds(figure);
                case "p50", "p99" -> LATENCY.holds(figure);
                case "rate" -> figure.ratio() > SHARE * .99;
                default -> figure.value() == 0;
            };
            System.err.println("  " + figure.figure() + (good ? " holds" : " DOES NOT HOLD"));
        }
        LiveHeap first = minutes.getFirst().heap();
        LiveHeap last = minutes.getLast().heap();
        if (first != null && last != null) {
            System.err.println("  grown most on the heap: " + last.growthSince(first, GROWTHS_SHOWN));
        }
    }
}
