package dev.kiwi.web.position;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.gate.HandlerGates;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Holds a read back until its projections have applied {@code Kiwi-Min-Position}, or says 503 when that takes too long. */
public final class MinPositionFilter implements PipelineFilter {
    public static final String HEADER = "Kiwi-Min-Position";

    private final AppliedPositions positions;
    private final Duration atMost;

    public MinPositionFilter(AppliedPositions positions, Duration atMost) {
        this.positions = positions;
        this.atMost = atMost;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod method = exchange.getRequest().getMethod();
        String wanted = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (wanted == null || !(method == HttpMethod.GET || method == HttpMethod.HEAD)) {
            return chain.filter(exchange);
        }
        long position = parse(wanted);
        List<String> projections = projections(exchange);
        if (projections.isEmpty()) {
            return chain.filter(exchange);
        }
        return Mono.fromFuture(() -> positions.await(projections, position, atMost))
                .flatMap(reached -> reached ? chain.filter(exchange) : Mono.error(tooFarBehind()));
    }

    private static List<String> projections(ServerWebExchange exchange) {
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return handler instanceof HandlerMethod method ? HandlerGates.readsFrom(method) : List.of();
    }

    private static long parse(String wanted) {
        if (!wanted.matches("[0-9]{1,18}")) {
            throw new Refusal(ErrorCode.BAD_REQUEST, HEADER + " must be a non-negative whole number.");
        }
        return Long.parseLong(wanted);
    }

    private static Refusal tooFarBehind() {
        return new Refusal(
                ErrorCode.SERVICE_UNAVAILABLE, "The read model has not reached that position yet; try again shortly.");
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.MIN_POSITION;
    }
}
