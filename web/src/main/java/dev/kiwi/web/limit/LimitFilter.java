package dev.kiwi.web.limit;

import dev.kiwi.web.gate.Passage;
import dev.kiwi.web.http.FilterOrder;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Pays what the gate asked for, then says what the gate still had to refuse (missing scope, not a superuser). */
public final class LimitFilter implements WebFilter, Ordered {
    private final RateLimits limits;

    public LimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Passage passage = Passage.of(exchange);
        if (passage == null) {
            return chain.filter(exchange);
        }
        Mono<Void> paid = passage.buckets().isEmpty() ? Mono.empty() : limits.payMain(exchange, passage.buckets());
        return paid.then(
                Mono.defer(() -> passage.refusal() == null ? chain.filter(exchange) : Mono.error(passage.refusal())));
    }

    @Override
    public int getOrder() {
        return FilterOrder.LIMITS.order();
    }
}
