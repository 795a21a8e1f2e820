package dev.kiwi.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that reads at a fixed pace on one connection. Times count from when a request was due, so that a stall is
 * felt by every request that it delays.
 */
public final class PacedReader implements AutoCloseable {
    private final URI server;
    private final Requests requests;
    private final long everyNanos;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final CompletableFuture<Latencies> done = new CompletableFuture<>();

    private PacedReader(URI server, Requests requests, int perSecond) {
        this.server = server;
        this.requests = requests;
        this.everyNanos = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    public static PacedReader start(URI server, Requests requests, int perSecond) {
        PacedReader reader = new PacedReader(server, requests, perSecond);
        Thread.ofPlatform().name("paced-reader").daemon().start(reader::run);
        return reader;
    }

    private void run() {
        Latencies.Recorder latencies = new Latencies.Recorder();
        try (Connection connection = Connection.to(server)) {
            long due = System.nanoTime();
            while (running.get()) {
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                connection.send(requests.next(0));
                while (!connection.receive()) {
                    // More of the answer is on its way.
                }
                connection.expect(200);
                latencies.add(System.nanoTime() - due);
                due += everyNanos;
            }
            done.complete(latencies.latencies());
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** Stops it. @throws IOException when a read has failed */
    public Latencies stop() throws IOException {
        running.set(false);
        try {
            return done.join();
        } catch (CompletionException e) {
            throw new IOException("A read has failed", e.getCause());
        }
    }

    @Override
    public void close() {
        running.set(false);
    }
}
