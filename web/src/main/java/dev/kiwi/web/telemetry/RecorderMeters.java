package dev.kiwi.web.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of each log: {@code kiwi.telemetry.records}, {@code .dropped} and {@code .queued}, and the timer
 * {@code kiwi.telemetry.flush}, whose count is the number of batches.
 */
final class RecorderMeters {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final String log;
    private final Counter records;
    private final Counter dropped;
    private final Timer flush;
    private double warnedOf;

    RecorderMeters(String log, AtomicInteger queued, MeterRegistry registry) {
        this.log = log;
        this.records = Counter.builder("kiwi.telemetry.records")
                .description("Written to the log")
                .tag("log", log)
                .register(registry);
        this.dropped = Counter.builder("kiwi.telemetry.dropped")
                .description("Not written, because too many waited or the store refused them")
                .tag("log", log)
                .register(registry);
        this.flush = Timer.builder("kiwi.telemetry.flush")
                .description("Writing one batch")
                .tag("log", log)
                .register(registry);
        Gauge.builder("kiwi.telemetry.queued", queued, AtomicInteger::get)
                .description("Waiting in memory")
                .tag("log", log)
                .register(registry);
    }

    void time(Runnable write) {
        flush.record(write);
    }

    void written(int count) {
        records.increment(count);
    }

    void dropped(int count) {
        dropped.increment(count);
    }

    /** Once a batch, not once a record; by the one thread that writes. */
    void warnOfDropped() {
        double all = dropped.count();
        if (all > warnedOf) {
            LOG.warn("{} records of {} were dropped: more came than could be written", (long) (all - warnedOf), log);
            warnedOf = all;
        }
    }
}
