package dev.kiwi.web.stream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** A source, whether somebody looks at it now, and when it is to be looked at next. */
final class WatchedSource {
    private final StreamSource source;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Disposable next;

    WatchedSource(StreamSource source) {
        this.source = source;
    }

    StreamSource source() {
        return source;
    }

    /** Looks, and once more when that was asked for meanwhile; two never look at once. */
    void look(Runnable once) {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            once.run();
            seen = asked.addAndGet(-seen);
        } while (seen != 0);
    }

    /** In place of what was planned before. */
    void lookIn(Duration delay, Scheduler timer, Runnable look) {
        cancel();
        next = timer.schedule(look, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        Disposable planned = next;
        if (planned != null) {
            planned.dispose();
        }
    }
}
