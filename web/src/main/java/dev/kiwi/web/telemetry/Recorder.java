package dev.kiwi.web.telemetry;

import dev.kiwi.command.eventstore.SqlStates;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers records in memory and has them written on a thread of its own, which sleeps while there are none: half a second
 * after the first one, or as soon as there are 4,000: the more an append has, the fewer rows it makes (platform.md 11 says 200). What cannot be written because the store is away is
 * kept for the next try. Beyond 10,000 the oldest are dropped.
 */
public final class Recorder<T> implements AutoCloseable {
    static final int CAPACITY = 10_000;
    static final int BATCH = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    // With the time that a write takes, a crash loses no more than the last second.
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_MS = 10_000;
    private static final int MOST_AT_ONCE = 5_000;

    private final String name;
    private final Consumer<List<T>> writer;
    private final RecorderMeters meters;
    private final ConcurrentLinkedDeque<T> queue = new ConcurrentLinkedDeque<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean open = true;

    /**
     * @param name of the log
     * @param writer writes all or nothing; may block
     */
    public Recorder(String name, Consumer<List<T>> writer, MeterRegistry registry) {
        this.name = name;
        this.writer = writer;
        this.meters = new RecorderMeters(name, queued, registry);
        this.thread = Thread.ofPlatform().name("record-" + name).daemon().unstarted(this::work);
    }

    /** Never blocks, never fails. */
    public void add(T record) {
        queue.addLast(record);
        int waiting = queued.incrementAndGet();
        if (waiting > CAPACITY) {
            dropOldest();
        }
        if (waiting == 1 || waiting == BATCH) {
            wake();
        }
    }

    private void wake() {
        if (!started.getAndSet(true)) {
            thread.start();
        }
        LockSupport.unpark(thread);
    }

    private void work() {
        while (open) {
            if (queued.get() == 0) {
                LockSupport.park(this);
            } else {
                gather();
                if (!write()) {
                    pause();
                }
            }
        }
        while (queued.get() > 0 && write()) {
            // What is left at the stop, batch after batch.
        }
    }

    private void gather() {
        long until = System.nanoTime() + GATHER_NANOS;
        for (long left = GATHER_NANOS; open && queued.get() < BATCH && left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private void pause() {
        long until = System.nanoTime() + PAUSE_NANOS;
        for (long left = PAUSE_NANOS; open && left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** @return false when the store is away */
    private boolean write() {
        List<T> batch = take();
        try {
            meters.time(() -> writer.accept(batch));
            meters.written(batch.size());
            return true;
        } catch (RuntimeException e) {
            if (SqlStates.isUnavailable(e)) {
                LOG.warn("{} records of {} wait, the store is away: {}", batch.size(), name, e.toString());
                putBack(batch);
                return false;
            }
            LOG.error("{} records of {} are lost", batch.size(), name, e);
            meters.dropped(batch.size());
            return true;
        }
    }

    private List<T> take() {
        List<T> batch = new ArrayList<>();
        for (T record = queue.pollFirst(); record != null; record = queue.pollFirst()) {
            batch.add(record);
            if (batch.size() == MOST_AT_ONCE) {
                break;
            }
        }
        queued.addAndGet(-batch.size());
        meters.warnOfDropped();
        return batch;
    }

    private void putBack(List<T> batch) {
        batch.reversed().forEach(queue::addFirst);
        for (int waiting = queued.addAndGet(batch.size()); waiting > CAPACITY; waiting--) {
            dropOldest();
        }
    }

    private void dropOldest() {
        if (queue.pollFirst() != null) {
            queued.decrementAndGet();
            meters.dropped(1);
        }
    }

    /** Writes the rest. */
    @Override
    public void close() {
        open = false;
        if (!started.get()) {
            return;
        }
        wake();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (queued.get() > 0) {
            LOG.warn("{} records of {} are lost at the stop", queued.get(), name);
        }
    }
}
