package dev.kiwi.web.responsecache;

import dev.kiwi.web.gate.HandlerGates;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import dev.kiwi.web.position.MinPositionFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers from the cache what may be, and keeps what is made for the next. */
final class ResponseCacheFilter implements PipelineFilter {
    private final ResponseCache cache;

    ResponseCacheFilter(ResponseCache cache) {
        this.cache = cache;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest asked = exchange.getRequest();
        if (asked.getMethod() != HttpMethod.GET || !isShared(exchange)) {
            return chain.filter(exchange);
        }
        if (asked.getHeaders().containsHeader(MinPositionFilter.HEADER)) {
            return make(exchange, chain, null);
        }
        String request = key(asked);
        KeptResponse kept = cache.find(request);
        return kept == null ? make(exchange, chain, request) : CapturedResponse.answer(exchange, kept);
    }

    private Mono<Void> make(ServerWebExchange exchange, WebFilterChain chain, @Nullable String request) {
        long generation = cache.generation();
        CapturedResponse captured = new CapturedResponse(exchange, made -> {
            if (request != null && !Unshared.is(exchange)) {
                cache.keep(request, made, generation);
            }
        });
        return chain.filter(exchange.mutate().response(captured).build());
    }

    private static boolean isShared(ServerWebExchange exchange) {
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return handler instanceof HandlerMethod method && HandlerGates.has(method, SharedResponse.class);
    }

    private static String key(ServerHttpRequest request) {
        // All of its lines, as the choice of the format reads them.
        List<String> accept = request.getHeaders().getOrEmpty("Accept");
        return request.getURI().getRawPath() + "?" + request.getURI().getRawQuery() + "\n" + accept;
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.RESPONSE_CACHE;
    }
}
