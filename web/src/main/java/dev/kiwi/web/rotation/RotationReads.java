package dev.kiwi.web.rotation;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.rotation.ComputeRotation;
import dev.kiwi.api.rotation.ComputeRotation.Computed;
import dev.kiwi.api.rotation.ComputedRotation;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.responsecache.FreshTime;
import java.time.Clock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asks for the moment that a request names, or for now; says how long an answer for now stays the same. */
@Component
class RotationReads {
    static final String AT = "The moment to answer for, in unix seconds of the years 2015 to 2100; left out: now";
    /** 2015-01-01T00:00:00Z. */
    private static final long FIRST = 1_420_070_400;
    /** 2101-01-01T00:00:00Z. */
    private static final long END = 4_133_980_800L;

    private final Queries queries;
    private final Clock clock;

    RotationReads(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** What follows from the moment alone. */
    <T> Mono<T> computed(ComputedRotation rotation, @Nullable Long at, Class<T> type, ServerWebExchange exchange) {
        long moment = moment(at);
        return queries.ask(new ComputeRotation(rotation, moment), Computed.class)
                .map(computed -> {
                    if (at == null) {
                        new FreshTime(moment, computed.sameUntil()).mark(exchange);
                    }
                    return type.cast(computed.body());
                });
    }

    /** What has a countdown, or otherwise is another each second. @param query made for the moment */
    <T> Mono<T> each(@Nullable Long at, LongFunction<Object> query, Class<T> type, ServerWebExchange exchange) {
        long moment = moment(at);
        markSecond(at, moment, exchange);
        return queries.ask(query.apply(moment), type);
    }

    static void markSecond(@Nullable Long at, long moment, ServerWebExchange exchange) {
        if (at == null) {
            new FreshTime(moment, moment + 1).mark(exchange);
        }
    }

    /** @throws Refusal 400 for a moment that is too far away */
    long moment(@Nullable Long at) {
        if (at == null) {
            return clock.instant().getEpochSecond();
        }
        if (at < FIRST || at >= END) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "at has to lie in the years 2015 to 2100.");
        }
        return at;
    }
}
