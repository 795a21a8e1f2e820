package dev.kiwi.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a store's process again, on the same port, when it dies while Kiwi lives. */
final class StoreGuard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StoreGuard.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-guard").factory());

    /** @param revivals each starts its store if it is dead, and does nothing otherwise */
    StoreGuard(List<Runnable> revivals) {
        revivals.forEach(revival -> clock.scheduleWithFixedDelay(
                () -> attempt(revival), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void attempt(Runnable revival) {
        try {
            revival.run();
        } catch (RuntimeException e) {
            // The next attempt comes by itself.
            log.error("An embedded store died and does not start again yet", e);
        }
    }

    /** Returns when no revival runs any more, so that a store that is being stopped stays stopped. */
    @Override
    public void close() {
        clock.close();
    }
}
