package dev.kiwi.web.http;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Assigns the request id, echoes it and hands it on in the Reactor context, for the log lines of the request. */
public final class RequestIdFilter implements WebFilter, Ordered {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = RequestId.assign(exchange);
        exchange.getResponse().getHeaders().set(RequestId.HEADER, id);
        return chain.filter(exchange).contextWrite(context -> context.put(RequestId.CONTEXT_KEY, id));
    }

    @Override
    public int getOrder() {
        return FilterOrder.REQUEST_ID.order();
    }
}
