package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event store with an alarm clock. Axon's embedded store cannot call a processor when an event arrives, so a pooled
 * processor looks every 500 ms and a reader waits that long for his own write. Here one thread waits at the head, which
 * costs no query beside the store's own, and wakes all processors.
 */
final class WakingSource implements ForwardingSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WakingSource.class);
    private static final int WAIT_MILLIS = 1_000;
    private static final int SECOND_CALL_MILLIS = 20;
    private static final Duration STORE_AWAY = Duration.ofMillis(500);

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Set<Sleeper> sleepers = ConcurrentHashMap.newKeySet();
    private @Nullable Thread watcher;
    private volatile boolean closed;

    WakingSource(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    @Override
    public StreamableMessageSource<TrackedEventMessage<?>> source() {
        return source;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        startWatching();
        return new WakingStream(source.openStream(token));
    }

    private synchronized void startWatching() {
        if (watcher == null && !closed) {
            watcher = Thread.ofPlatform().daemon().name("event-arrival").start(this::watch);
        }
    }

    private void watch() {
        while (!closed) {
            try (BlockingStream<TrackedEventMessage<?>> head = source.openStream(source.createHeadToken())) {
                wakeAll();
                waitForEvents(head);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.debug("The head of the event store cannot be read now", e);
                LockSupport.parkNanos(STORE_AWAY.toNanos());
            }
        }
    }

    private void waitForEvents(BlockingStream<TrackedEventMessage<?>> head) throws InterruptedException {
        boolean callAgain = false;
        while (!closed) {
            boolean arrived =
                    head.hasNextAvailable(callAgain ? SECOND_CALL_MILLIS : WAIT_MILLIS, TimeUnit.MILLISECONDS);
            while (head.hasNextAvailable()) {
                head.nextAvailable();
            }
            if (arrived || callAgain) {
                wakeAll();
            }
            // A processor that was just changing from its own query to the shared cache has missed the first call.
            callAgain = arrived;
        }
    }

    private void wakeAll() {
        sleepers.forEach(sleeper -> sleeper.callback().run());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (watcher != null) {
            watcher.interrupt();
        }
    }

    private record Sleeper(Object stream, Runnable callback) {}

    private final class WakingStream implements ForwardingStream {
        private final BlockingStream<TrackedEventMessage<?>> stream;

        private WakingStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> stream() {
            return stream;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback) || sleepers.add(new Sleeper(this, callback));
        }

        @Override
        public void close() {
            sleepers.removeIf(sleeper -> sleeper.stream() == this);
            stream.close();
        }
    }
}
