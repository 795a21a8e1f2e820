package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.ingest.CopyBaseline;
import dev.kiwi.bench.ingest.Rows;
import dev.kiwi.bench.process.HeapWatch;
import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Files hours of generated dumps with {@code kiwi backfill leaderboards DIR}, two days at a time, so that no more than
 * that lies on the disk as text; writing them is not part of the time, the start of the command is.
 *
 * @param data directory of the Kiwi that gets them
 */
record Backfill(KiwiProcess kiwi, Path data, DumpGenerator generator) {
    private static final int AT_ONCE = 48;

    /**
     * Of all batches.
     *
     * @param perMinute dumps a minute, batch by batch
     * @param copied the same by COPY of one dump's rows into an unindexed table
     * @param grown of the heap at the peak, in MiB, batch by batch
     * @param textBytes of all dumps
     */
    record Filed(List<Double> perMinute, List<Double> copied, List<Double> grown, long textBytes) {}

    Filed file(Hours hours, Connection bare) throws IOException, SQLException {
        Filed filed = new Filed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        long bytes = 0;
        try (HeapWatch heap = HeapWatch.of(kiwi.pid())) {
            for (Hours batch : hours.batches(AT_ONCE)) {
                try (SavedDumps dumps = SavedDumps.write(generator, batch)) {
                    filed.copied().add(60 / copy(dumps, batch.from(), bare));
                    double[] seconds = new double[1];
                    filed.grown().add(heap.peakGrowth(() -> seconds[0] = run(dumps)));
                    filed.perMinute().add(batch.count() * 60 / seconds[0]);
                    bytes += dumps.bytes();
                }
                System.err.printf(
                        "  %d of %d dumps filed, %.0f a minute, COPY %.0f, heap +%.0f MiB%n",
                        batch.to() - hours.from(),
                        hours.count(),
                        filed.perMinute().getLast(),
                        filed.copied().getLast(),
                        filed.grown().getLast());
            }
        }
        return new Filed(filed.perMinute(), filed.copied(), filed.grown(), bytes);
    }

    private double copy(SavedDumps dumps, int hour, Connection bare) throws IOException, SQLException {
        return CopyBaseline.seconds(bare, Rows.of(dumps.file(hour), generator.timestamp(hour)));
    }

    /** @return seconds */
    private double run(SavedDumps dumps) throws IOException {
        Path log = data.resolveSibling("backfill.log");
        long begin = System.nanoTime();
        try {
            int status = KiwiProcess.operate(
                    log, "backfill", "leaderboards", dumps.folder().toString(), "--data", data.toString());
            if (status != 0) {
                throw new IOException("The backfill has failed; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
