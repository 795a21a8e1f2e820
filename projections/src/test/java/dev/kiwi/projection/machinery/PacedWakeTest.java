package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacedWakeTest {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger woken = new AtomicInteger();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final PacedWake wake = new PacedWake(PAUSE, woken::incrementAndGet, awaited::get, later, nanos::get);

    @AfterEach
    void close() {
        later.shutdownNow();
    }

    @Test
    void theFirstWakesAtOnceAndTheNextTogetherAfterThePause() {
        wake.run();
        assertThat(woken).hasValue(1);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        for (int i = 0; i < 50; i++) {
            wake.run();
        }
        Awaitility.await().until(() -> woken.get() == 2);
        assertThat(woken).hasValue(2);
    }

    @Test
    void whoeverIsAwaitedIsWokenEachTime() {
        awaited.set(true);
        wake.run();
        wake.run();
        assertThat(woken).hasValue(2);
    }

    @Test
    void afterThePauseTheNextWakesAtOnce() {
        wake.run();
        nanos.addAndGet(PAUSE.toNanos());
        wake.run();
        assertThat(woken).hasValue(2);
    }
}
