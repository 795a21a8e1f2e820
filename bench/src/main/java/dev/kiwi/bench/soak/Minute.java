package dev.kiwi.bench.soak;

import dev.kiwi.bench.load.MixedLoad;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One minute of the soak.
 *
 * @param dumpSeconds until the dump that was posted at its begin was served
 * @param dumpErrors 1 when it was not
 * @param heap after the minute; null in the middle of the soak
 */
record Minute(
        MixedLoad.Result load,
        double dumpSeconds,
        int dumpErrors,
        Vitals vitals,
        @Nullable LiveHeap heap) {
    int errors() {
        return load.errorCount() + dumpErrors;
    }

    double heapMegabytes() {
        return heap == null ? Double.NaN : heap.megabytes();
    }

    String line() {
        String line = String.format(
                Locale.ROOT,
                "%.0f/s, %d errors, p50 %.1f p99 %.1f p99.9 %.1f ms, dump %.1f s, %d threads, %d Postgres connections,"
                        + " %d descriptors",
                load.perSecond(),
                errors(),
                load.latencies().millis(50),
                load.latencies().millis(99),
                load.latencies().millis(99.9),
                dumpSeconds,
                vitals.threads(),
                vitals.connections(),
                vitals.descriptors());
        return heap == null ? line : line + String.format(Locale.ROOT, ", heap %.1f MB", heap.megabytes());
    }
}
