package dev.kiwi.bench.soak;

import dev.kiwi.bench.process.KiwiClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Posts captures on a thread of its own, beside the load. */
final class Dumps implements AutoCloseable {
    private final Captures captures;
    private final KiwiClient client;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private int number;

    Dumps(Captures captures, KiwiClient client) {
        this.captures = captures;
        this.client = client;
    }

    /** @param seconds until it was served; @param errors 1 when it was not */
    record Posted(double seconds, int errors) {}

    CompletableFuture<Posted> post() {
        return CompletableFuture.supplyAsync(this::postNow, thread);
    }

    private Posted postNow() {
        long begin = System.nanoTime();
        int errors = 0;
        try {
            captures.file(client, number++);
        } catch (IOException e) {
            System.err.println("    The dump was not filed: " + e);
            errors++;
        }
        return new Posted((System.nanoTime() - begin) / 1e9, errors);
    }

    @Override
    public void close() {
        thread.close();
    }
}
