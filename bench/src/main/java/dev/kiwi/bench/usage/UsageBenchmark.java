package dev.kiwi.bench.usage;

import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.bench.BenchOptions;
import dev.kiwi.bench.Benchmark;
import dev.kiwi.bench.Figure;
import dev.kiwi.bench.Samples;
import dev.kiwi.bench.load.Latencies;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.projection.telemetry.TelemetrySchema;
import dev.kiwi.projection.usage.UsageLog;
import dev.kiwi.web.telemetry.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What a request waits for its record, at a paced rate, while the recorder appends to a real log; and how long an append
 * of a batch takes for each record. There is no baseline but the bar.
 */
public final class UsageBenchmark implements Benchmark {
    private static final int RECORDS_A_SECOND = 5_000;
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final int BATCH = 4_000;
    private static final int BATCHES = 20;
    private static final double LIMIT_MICROS = 50;
    private static final List<String> USERS =
            IntStream.range(0, 50).mapToObj("%024x"::formatted).toList();

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        DataSource dataSource = TestStores.freshDatabase().dataSource();
        new TelemetrySchema(dataSource);
        TelemetryLog<RecordedRequest> log = new TelemetryLog<>(dataSource, UsageLog.LOG);
        record(log);
        List<Double> waits = new ArrayList<>();
        List<Double> appends = new ArrayList<>();
        for (int turn = 0; turn < options.runs(); turn++) {
            waits.add(record(log));
            appends.add(append(log));
            System.err.printf("  turn %d: p99 %.1f us, append %.1f us%n", turn, waits.getLast(), appends.getLast());
        }
        Samples limit = Samples.one(LIMIT_MICROS);
        return List.of(
                Figure.of(name(), "record_p99", new Samples(waits), "us", "limit", limit),
                Figure.of(name(), "append_per_record", new Samples(appends), "us", "limit_of_record", limit));
    }

    /** @return the 99th percentile of making and adding a record, in microseconds */
    private static double record(TelemetryLog<RecordedRequest> log) {
        Latencies.Recorder times = new Latencies.Recorder();
        try (Recorder<RecordedRequest> recorder = new Recorder<>("usage", log::append, new SimpleMeterRegistry())) {
            long step = Duration.ofSeconds(1).toNanos() / RECORDS_A_SECOND;
            long end = System.nanoTime() + TURN.toNanos();
            for (long due = System.nanoTime(); due < end; due += step) {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                long begin = System.nanoTime();
                recorder.add(request(begin));
                times.add(System.nanoTime() - begin);
            }
        }
        return times.latencies().millis(99) * 1_000;
    }

    private static double append(TelemetryLog<RecordedRequest> log) {
        List<RecordedRequest> batch = new ArrayList<>();
        for (int n = 0; n < BATCH; n++) {
            batch.add(request(n));
        }
        long begin = System.nanoTime();
        for (int n = 0; n < BATCHES; n++) {
            log.append(batch);
        }
        return (System.nanoTime() - begin) / 1_000.0 / BATCH / BATCHES;
    }

    private static RecordedRequest request(long n) {
        String user = USERS.get((int) (n % USERS.size()));
        return new RecordedRequest(
                Instant.now(),
                user,
                user,
                "GET",
                "/v1/leaderboards/{uuid}/entries",
                "/v1/leaderboards/7/entries",
                200,
                null,
                1_234,
                "req_0123456789abcdef");
    }
}
