package dev.kiwi.bench.startup;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.Scratch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A start on data that is there already, embedded stores included, against an empty WebFlux application, both
 * with an AOT cache, in turns; the empty one with the JVM's own options, and with those of Kiwi's. Then what Kiwi's JVM (without the stores' processes) holds when nobody asks anything, and a first start with demo data.
 */
public final class StartupBenchmark implements Benchmark {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final double RESIDENT_LIMIT_MEGABYTES = 700;
    private static final double DEMO_LIMIT_SECONDS = 60;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("data");
            double first;
            try (KiwiProcess kiwi = KiwiProcess.start(data)) {
                first = kiwi.readySeconds();
            }
            double demo = KiwiProcess.demoSeconds(scratch.directory().resolve("demo"));
            KiwiProcess.train();
            EmptyProcess.Way plain = EmptyProcess.Way.plain(scratch.directory());
            EmptyProcess.Way asKiwi = EmptyProcess.Way.asKiwi(scratch.directory());
            List<Double> ready = new ArrayList<>();
            List<Double> empty = new ArrayList<>();
            List<Double> emptyAsKiwi = new ArrayList<>();
            List<Double> resident = new ArrayList<>();
            for (int i = 0; i < options.runs(); i++) {
                empty.add(plain.readySeconds());
                emptyAsKiwi.add(asKiwi.readySeconds());
                try (KiwiProcess kiwi = KiwiProcess.start(data)) {
                    ready.add(kiwi.readySeconds());
                    LockSupport.parkNanos(IDLE.toNanos());
                    resident.add(ResidentMemory.megabytes(kiwi.pid()));
                }
                System.err.printf(
                        "  turn %d: empty %.2f s (with Kiwi's options %.2f s), Kiwi %.2f s, %.0f MB resident%n",
                        i, empty.getLast(), emptyAsKiwi.getLast(), ready.getLast(), resident.getLast());
            }
            return List.of(
                    Figure.of(name(), "ready", new Samples(ready), "s", "empty_with_aot", new Samples(empty)),
                    Figure.of(
                            name(),
                            "ready_like_for_like",
                            new Samples(ready),
                            "s",
                            "empty_with_aot_and_options",
                            new Samples(emptyAsKiwi)),
                    Figure.of(name(), "first_ready", Samples.one(first), "s", "empty_with_aot", new Samples(empty)),
                    Figure.of(
                            name(),
                            "resident_idle",
                            new Samples(resident),
                            "MB",
                            "limit",
                            Samples.one(RESIDENT_LIMIT_MEGABYTES)),
                    Figure.of(
                            name(),
                            "first_ready_with_demo",
                            Samples.one(demo),
                            "s",
                            "limit",
                            Samples.one(DEMO_LIMIT_SECONDS)));
        }
    }
}
