package dev.kiwi.web.gate;

import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
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
        if (!features.isOn(path(exchange))) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return handlers.handler(exchange)
                .flatMap(handler -> admit(handler, exchange))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    /** As the router reads it, decoded and without parameters: no other spelling of a path gets around its toggle. */
    private static String path(ServerWebExchange exchange) {
        RequestPath path = exchange.getRequest().getPath();
        String written = path.value();
        return written.indexOf('%') < 0 && written.indexOf(';') < 0
                ? written
                : path.elements().stream()
                        .map(part -> part instanceof PathContainer.PathSegment segment
                                ? segment.valueToMatch()
                                : part.value())
                        .collect(Collectors.joining());
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
