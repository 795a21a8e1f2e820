package dev.kiwi.web.http;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of request bodies may lie in memory at once, of all callers and of one. The first {@value #FREE} bytes of a body
 * do not count, so that log-ins and other small writes go on while somebody fills the rest.
 */
final class HeldBodies {
    static final int FREE = 16 << 10;
    private static final int RETRY_SECONDS = 5;

    private final long most;
    private final long mostOfOne;
    private final AtomicLong held = new AtomicLong();
    private final Map<String, Long> heldBy = new ConcurrentHashMap<>();

    /**
     * @param most bytes of all callers
     * @param mostOfOne bytes of one {@link ClientIp#subscriber subscriber}
     */
    HeldBodies(long most, long mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** For one request; to be given back when its answer is complete. */
    Share share(String subscriber) {
        return new Share(subscriber);
    }

    long held() {
        return held.get();
    }

    /** What one request holds. */
    final class Share {
        private final String subscriber;
        private long seen;
        private long counted;
        private boolean givenBack;

        private Share(String subscriber) {
            this.subscriber = subscriber;
        }

        /** @throws Refusal 429 when the caller, 503 when everybody together holds too much */
        synchronized void take(int bytes) {
            if (givenBack) {
                return;
            }
            seen += bytes;
            long more = Math.max(0, seen - FREE) - counted;
            if (more == 0) {
                return;
            }
            counted += more;
            long all = held.addAndGet(more);
            long own = heldBy.merge(subscriber, more, Long::sum);
            if (own > mostOfOne) {
                throw refusal(ErrorCode.RATE_LIMITED, "You are sending too many large bodies at once.");
            }
            if (all > most) {
                throw refusal(ErrorCode.SERVICE_UNAVAILABLE, "Too many large bodies are under way; try again soon.");
            }
        }

        synchronized void giveBack() {
            givenBack = true;
            if (counted > 0) {
                held.addAndGet(-counted);
                heldBy.computeIfPresent(subscriber, (_, own) -> own == counted ? null : own - counted);
                counted = 0;
            }
        }
    }

    private static Refusal refusal(ErrorCode code, String message) {
        return new Refusal(code, message, Map.of("retry_after", RETRY_SECONDS));
    }
}
