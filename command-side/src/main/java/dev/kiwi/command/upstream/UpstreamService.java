package dev.kiwi.command.upstream;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One service of others, called with patience: what may pass is tried again, what keeps failing is left alone for a while
 * (a circuit breaker), and who asks to be left alone is. What that takes is made with the first call.
 */
public final class UpstreamService {
    /** Per cent. */
    private static final float MOST = 60;

    private final String name;
    private final URI base;
    private final UpstreamLimits limits;
    private final BoundedHttp http;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Guards made;
    private volatile Instant notBefore = Instant.MIN;

    public UpstreamService(String name, URI base, UpstreamLimits limits, BoundedHttp http, Clock clock) {
        this.name = name;
        this.base = base;
        this.limits = limits;
        this.http = http;
        this.clock = clock;
    }

    private record Guards(CircuitBreaker breaker, Retry retry) {}

    public String host() {
        return String.valueOf(base.getHost());
    }

    /** An address of this service. @param path with the query, if any */
    public URI below(String path) {
        return UpstreamClient.below(base, path);
    }

    /** Whether calls fail at once for now, on this node. */
    public boolean isLeftAlone() {
        Guards guards = made;
        return clock.instant().isBefore(notBefore)
                || (guards != null && guards.breaker().getState() == CircuitBreaker.State.OPEN);
    }

    /**
     * Blocks; runs on a virtual thread.
     *
     * @return a success, or 304 when the request says what is known
     * @throws UpstreamFailure for everything else
     */
    public UpstreamAnswer send(UpstreamRequest request) throws UpstreamFailure {
        Instant until = notBefore;
        if (clock.instant().isBefore(until)) {
            throw UpstreamFailure.limited(0, until);
        }
        Guards guards = guards();
        try {
            return guards.retry().executeCallable(() -> guards.breaker().executeCallable(() -> once(request)));
        } catch (CallNotPermittedException e) {
            throw UpstreamFailure.paused();
        } catch (UpstreamFailure e) {
            Instant asked = e.until();
            notBefore = asked == null ? notBefore : asked;
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A call of " + name + " failed by a fault of ours", e);
        }
    }

    /**
     * One try at an address that a caller chose: that it fails says nothing of the service, so it counts for nobody
     * else. Blocks; runs on a virtual thread.
     *
     * @return as {@link #send}
     * @throws UpstreamFailure for everything else
     */
    public UpstreamAnswer sendForCaller(UpstreamRequest request) throws UpstreamFailure {
        return once(request);
    }

    private UpstreamAnswer once(UpstreamRequest request) throws UpstreamFailure {
        UpstreamAnswer answer = http.call(request, base, limits);
        if (answer.isSuccess() || answer.isUnchanged()) {
            return answer;
        }
        Instant until = RetryAfter.of(answer, clock.instant());
        throw until == null ? UpstreamFailure.status(answer.status()) : UpstreamFailure.limited(answer.status(), until);
    }

    private Guards guards() {
        Guards known = made;
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            Guards again = made;
            Guards one = again != null ? again : new Guards(breaker(), retry());
            made = one;
            return one;
        } finally {
            making.unlock();
        }
    }

    private CircuitBreaker breaker() {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(limits.counted())
                        .minimumNumberOfCalls(limits.counted())
                        .failureRateThreshold(MOST)
                        .waitDurationInOpenState(limits.leftAlone())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(e -> e instanceof UpstreamFailure failure && failure.isOfTheService())
                        .build());
    }

    private Retry retry() {
        return Retry.of(
                name,
                RetryConfig.<UpstreamAnswer>custom()
                        .maxAttempts(limits.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(limits.pause(), 2.0))
                        .retryOnException(e -> e instanceof UpstreamFailure failure && failure.isPassing())
                        .build());
    }
}
