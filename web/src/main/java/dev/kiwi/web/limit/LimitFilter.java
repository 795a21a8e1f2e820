package dev.kiwi.web.limit;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Passage;
import dev.kiwi.web.gate.UseAccounting;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Pays what the gate asked for, then says what the gate still had to refuse (missing scope, not a superuser). */
public final class LimitFilter implements PipelineFilter {
    private final RateLimits limits;
    private final UseAccounting uses;

    public LimitFilter(RateLimits limits, UseAccounting uses) {
        this.limits = limits;
        this.uses = uses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Passage passage = Passage.of(exchange);
        if (passage == null) {
            return chain.filter(exchange);
        }
        Mono<Void> paid = passage.buckets().isEmpty() ? Mono.empty() : limits.payMain(exchange, passage.buckets());
        return paid.then(Mono.defer(() -> {
            count(passage.caller());
            return passage.refusal() == null ? chain.filter(exchange) : Mono.error(passage.refusal());
        }));
    }

    // A request that lacks a scope counts; one that was throttled does not.
    private void count(Caller caller) {
        if (caller instanceof Caller.Token token) {
            uses.accepted(token.tokenId());
        }
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.LIMITS;
    }
}
