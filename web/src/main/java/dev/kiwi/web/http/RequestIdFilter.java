package dev.kiwi.web.http;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Assigns the request id, echoes it and hands it on in the Reactor context, for the log lines of the request. */
public final class RequestIdFilter implements PipelineFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Arrival.note(exchange);
        String id = RequestId.assign(exchange);
        exchange.getResponse().getHeaders().set(RequestId.HEADER, id);
        return chain.filter(exchange).contextWrite(context -> context.put(RequestId.CONTEXT_KEY, id));
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.REQUEST_ID;
    }
}
