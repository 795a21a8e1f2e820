package dev.kiwi.web.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.SignalType;

/**
 * {@code http.server.requests} with the tags that Spring gives it. Instead of its observation, which builds them for each
 * request, a timer is looked up.
 */
final class RequestTimers {
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());
    private static final String UNKNOWN = "UNKNOWN";

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimers(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param status 0 for a client that has gone before its answer */
    private record Kind(String method, String uri, int status) {}

    void record(ServerWebExchange exchange, SignalType end, long nanos) {
        HttpMethod method = exchange.getRequest().getMethod();
        int status = end == SignalType.CANCEL ? 0 : status(exchange);
        Kind kind = new Kind(METHODS.contains(method) ? method.name() : UNKNOWN, uri(exchange, status), status);
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private static int status(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status == null ? HttpStatus.OK.value() : status.value();
    }

    /** The route, or why there is none: what clients ask for must not make a timer each. */
    private static String uri(ServerWebExchange exchange, int status) {
        @Nullable PathPattern route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            return route.getPatternString().isEmpty() ? "root" : route.getPatternString();
        }
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 301, 302, 303, 304, 307, 308 -> "REDIRECTION";
            default -> UNKNOWN;
        };
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests by route and status")
                .tag("method", kind.method())
                .tag("uri", kind.uri())
                .tag("status", kind.status() == 0 ? UNKNOWN : Integer.toString(kind.status()))
                .tag("outcome", outcome(kind.status()))
                .tag("exception", "none")
                .tag("error", "none")
                .register(meters);
    }

    private static String outcome(int status) {
        HttpStatus.@Nullable Series series = HttpStatus.Series.resolve(status);
        if (series == null) {
            return UNKNOWN;
        }
        return series == HttpStatus.Series.SUCCESSFUL ? "SUCCESS" : series.name();
    }
}
