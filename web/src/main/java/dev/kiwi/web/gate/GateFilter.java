package dev.kiwi.web.gate;

import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import dev.kiwi.web.http.RoutedPath;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Feature gate, then the handler's own gate; both before any body or parameter is read. */
public final class GateFilter implements PipelineFilter {
    private final HandlerGates handlers;
    private final GateKeeper keeper;
    private final Features features;

    GateFilter(HandlerGates handlers, GateKeeper keeper, Features features) {
        this.handlers = handlers;
        this.keeper = keeper;
        this.features = features;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!features.isOn(RoutedPath.of(exchange.getRequest()))) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return handlers.handler(exchange)
                .flatMap(handler -> admit(handler, exchange))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Passage> admit(HandlerMethod handler, ServerWebExchange exchange) {
        Gate gate = HandlerGates.gate(handler);
        if (gate == null) {
            return EveryHandlerHasAGate.isThirdParty(handler)
                    ? Mono.empty()
                    : Mono.error(new IllegalStateException("No gate on " + handler));
        }
        return keeper.admit(gate, HandlerGates.has(handler, StepUp.class), exchange)
                .doOnNext(passage -> passage.remember(exchange));
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.GATE;
    }
}
