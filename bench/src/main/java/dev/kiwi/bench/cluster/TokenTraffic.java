package dev.kiwi.bench.cluster;

import dev.kiwi.bench.process.KiwiClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that mint tokens and read with one, and remember every answer until they are told to stop. */
final class TokenTraffic implements AutoCloseable {
    private static final long PAUSE_NANOS = 20_000_000;

    /** Names of tokens whose minting was acknowledged. */
    final Set<String> minted = ConcurrentHashMap.newKeySet();

    private final KiwiClient writer;
    private final KiwiClient reader;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicLong lastWriteAt = new AtomicLong();
    private final AtomicLong lastReadAt = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private int number;

    TokenTraffic(KiwiClient writer, KiwiClient reader) {
        this.writer = writer;
        this.reader = reader;
        threads.add(Thread.ofPlatform().name("mint").start(() -> until(this::mint)));
        threads.add(Thread.ofPlatform().name("read").start(() -> until(this::read)));
    }

    private interface Step {
        void run() throws IOException;
    }

    private void until(Step step) {
        while (running.get()) {
            long begun = System.nanoTime();
            try {
                step.run();
            } catch (IOException e) {
                count("no answer");
            }
            long took = System.nanoTime() - begun;
            slowestNanos.accumulateAndGet(took, Math::max);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void mint() throws IOException {
        String name = "traffic " + number++;
        KiwiClient.Answer answer = writer.post("/tokens", Map.of("name", name));
        count("mint " + answer.status());
        if (answer.status() == 201) {
            minted.add(name);
            lastWriteAt.set(System.nanoTime());
        }
    }

    private void read() throws IOException {
        KiwiClient.Answer answer = reader.get("/v1/leaderboards/timestamps");
        count("read " + answer.status());
        if (answer.status() == 200) {
            lastReadAt.set(System.nanoTime());
        }
    }

    private void count(String what) {
        answers.merge(what, 1, Integer::sum);
    }

    /** Answers by kind and status since the last call; the longest wait for one, in seconds, is {@code slowest}. */
    record Seen(Map<String, Integer> answers, double slowest) {}

    Seen take() {
        Map<String, Integer> taken = Map.copyOf(answers);
        answers.clear();
        return new Seen(taken, slowestNanos.getAndSet(0) / 1e9);
    }

    /** True when both clients had a success after that moment of {@link System#nanoTime}. */
    boolean servedSince(long nanos) {
        return lastWriteAt.get() - nanos > 0 && lastReadAt.get() - nanos > 0;
    }

    @Override
    public void close() throws InterruptedException {
        running.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
