package dev.kiwi.web.token;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an interval, has the uses of silent tokens written. */
final class TokenUseTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenUseTimer.class);

    private final TokenUse uses;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("token-use").daemon().factory());

    TokenUseTimer(TokenUse uses, Duration interval) {
        this.uses = uses;
        thread.scheduleWithFixedDelay(this::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    // A task that throws is never called again.
    private void tick() {
        try {
            uses.writeRest();
        } catch (RuntimeException e) {
            LOG.warn("Uses of tokens could not be written yet: {}", e.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
