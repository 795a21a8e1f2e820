package dev.kiwi.web.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code kiwi.ratelimit.decisions}, one a bucket that was asked, by policy and outcome; and whether Redis is asked. */
final class LimitMeters {
    private final MeterRegistry registry;
    private final Map<String, Counter> allowed = new ConcurrentHashMap<>();
    private final Map<String, Counter> refused = new ConcurrentHashMap<>();

    LimitMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(RateLimits limits) {
        Gauge.builder("kiwi.ratelimit.degraded", limits, node -> node.isDegraded() ? 1 : 0)
                .description("1 while this node counts alone because Redis does not answer")
                .register(registry);
    }

    static void watch(RedisWindows windows, MeterRegistry registry) {
        FunctionCounter.builder("kiwi.ratelimit.calls", windows, RedisWindows::calls)
                .description("Round trips to Redis for the limits of one or more requests")
                .register(registry);
    }

    void count(Outcome outcome) {
        for (BucketState state : outcome.states()) {
            Map<String, Counter> counters = state.allowed() ? allowed : refused;
            counters.computeIfAbsent(
                            state.bucket().policy(), policy -> counter(policy, state.allowed() ? "allowed" : "refused"))
                    .increment();
        }
    }

    private Counter counter(String policy, String outcome) {
        return Counter.builder("kiwi.ratelimit.decisions")
                .description("Buckets that were asked")
                .tag("policy", policy)
                .tag("outcome", outcome)
                .register(registry);
    }
}
