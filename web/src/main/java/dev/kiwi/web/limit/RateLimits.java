package dev.kiwi.web.limit;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The one door to rate limits. */
public final class RateLimits {
    private final RedisBreaker windows;
    private final Clock clock;
    private final LimitMeters meters;

    RateLimits(RedisBreaker windows, Clock clock, MeterRegistry registry) {
        this.windows = windows;
        this.clock = clock;
        this.meters = new LimitMeters(registry);
        meters.watch(this);
    }

    /** Asks the buckets in order; never fails because of the store. */
    public Mono<Outcome> consume(Bucket... buckets) {
        return consume(List.of(buckets));
    }

    public Mono<Outcome> consume(List<Bucket> buckets) {
        return Mono.defer(() -> windows.consume(buckets, clock.instant())).doOnNext(meters::count);
    }

    /**
     * As {@link #consume}; fails with 429 {@link Refusal} and the refusing bucket's headers when one refuses. Leaves the
     * headers alone when all pass.
     */
    public Mono<Void> pay(ServerWebExchange exchange, Bucket... buckets) {
        return pay(exchange, List.of(buckets));
    }

    /** As {@link #pay(ServerWebExchange, Bucket...)}; passes where nothing is limited. */
    public Mono<Void> pay(ServerWebExchange exchange, List<Bucket> buckets) {
        if (buckets.isEmpty()) {
            return Mono.empty();
        }
        return consume(buckets)
                .flatMap(outcome -> outcome.refusing()
                        .map(state -> Mono.<Void>error(refuse(exchange, state)))
                        .orElseGet(Mono::empty));
    }

    /** As {@link #pay}, at once, and the first bucket's state is shown in the main headers. */
    public Mono<Void> payMain(ServerWebExchange exchange, List<Bucket> buckets) {
        return windows.consume(buckets, clock.instant()).flatMap(outcome -> {
            meters.count(outcome);
            RateHeaders.main(
                    exchange.getResponse().getHeaders(), outcome.states().getFirst());
            return outcome.refusing()
                    .map(state -> Mono.<Void>error(refuse(exchange, state)))
                    .orElseGet(Mono::empty);
        });
    }

    /** How the buckets stand now; pays nothing, and never fails because of the store. */
    public Mono<List<BucketState>> look(List<Bucket> buckets) {
        return Mono.defer(() -> windows.look(buckets, clock.instant()));
    }

    /** True while this node counts alone because Redis does not answer. */
    public boolean isDegraded() {
        return windows.isDegraded();
    }

    static Refusal refuse(ServerWebExchange exchange, BucketState state) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        RateHeaders.refused(headers, state);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("limit", state.bucket().limit().max());
        details.put("window_seconds", state.bucket().limit().windowSeconds());
        return new Refusal(
                ErrorCode.RATE_LIMITED,
                "Too many requests; try again in " + state.retryAfterSeconds() + " seconds.",
                details);
    }
}
