package dev.kiwi.command.leaderboard;

import dev.kiwi.api.leaderboard.IngestCapture;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** {@code kiwi.ingest.rows}: rows of the dumps that became an event, by where the dump came from. */
public final class FiledRows {
    private final MeterRegistry registry;

    public FiledRows(MeterRegistry registry) {
        this.registry = registry;
        // There from the start: a rate needs a zero before the first dump.
        List.of(IngestCapture.UPLOAD, IngestCapture.BACKLOG).forEach(this::counter);
    }

    public void count(IngestCapture filed) {
        counter(filed.source()).increment(filed.entries());
    }

    private Counter counter(String source) {
        return Counter.builder("kiwi.ingest.rows")
                .description("Rows of dumps that were filed")
                .tag("kind", "leaderboards")
                .tag("source", source)
                .register(registry);
    }
}
