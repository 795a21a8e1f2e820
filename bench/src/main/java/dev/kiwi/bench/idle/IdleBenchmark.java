package dev.kiwi.bench.idle;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.dump.SampleDump;
import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.LinuxProcess;
import dev.kiwi.bench.process.Scratch;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Processor time of Kiwi when nobody asks anything, a minute after a start on data that is there already; of its JVM, and
 * of the Postgres and Redis that it has started.
 */
public final class IdleBenchmark implements Benchmark {
    private static final Duration SETTLE = Duration.ofMinutes(1);
    private static final Duration SAMPLE = Duration.ofMinutes(1);
    private static final double LIMIT_PERCENT = 2;
    private static final int HOUR = 90;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        try (Scratch scratch = Scratch.make("kiwi-bench")) {
            Path data = scratch.directory().resolve("data");
            try (KiwiProcess kiwi = KiwiProcess.start(data)) {
                fill(KiwiClient.loggedIn(kiwi.url()), scratch.directory().resolve("dump.cfg"));
            }
            List<Double> jvm = new ArrayList<>();
            List<Double> stores = new ArrayList<>();
            try (KiwiProcess kiwi = KiwiProcess.start(data)) {
                StoreTime storeTime = new StoreTime(data);
                LinuxProcess process = new LinuxProcess(kiwi.pid());
                LockSupport.parkNanos(SETTLE.toNanos());
                for (int i = 0; i < options.runs(); i++) {
                    long begin = System.nanoTime();
                    double jvmBefore = process.processorSeconds(false);
                    double storesBefore = storeTime.seconds();
                    LockSupport.parkNanos(SAMPLE.toNanos());
                    double seconds = (System.nanoTime() - begin) / 1e9;
                    jvm.add((process.processorSeconds(false) - jvmBefore) / seconds * 100);
                    stores.add((storeTime.seconds() - storesBefore) / seconds * 100);
                    System.err.printf(
                            "  turn %d: JVM %.2f %%, stores %.2f %% of a core%n", i, jvm.getLast(), stores.getLast());
                }
            }
            Samples limit = Samples.one(LIMIT_PERCENT);
            return List.of(
                    Figure.of(name(), "jvm", new Samples(jvm), "%core", "limit", limit),
                    Figure.of(name(), "stores", new Samples(stores), "%core", "limit_of_jvm", limit));
        }
    }

    private static void fill(KiwiClient client, Path file) throws IOException {
        DumpGenerator dump = DumpGenerator.full(1, SampleDump.defaultAnchor(Clock.systemUTC()));
        try (OutputStream out = Files.newOutputStream(file)) {
            dump.write(HOUR, out);
        }
        client.insert(file, dump.timestamp(HOUR)).expect(200);
        client.withToken();
    }
}
