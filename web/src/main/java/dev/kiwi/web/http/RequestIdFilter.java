package dev.kiwi.web.http;

import io.micrometer.context.ContextRegistry;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Assigns the request id, echoes it and puts it on every log line of the request, on whatever thread. */
public final class RequestIdFilter implements WebFilter, Ordered {
    public RequestIdFilter() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        RequestId.CONTEXT_KEY,
                        () -> MDC.get(RequestId.CONTEXT_KEY),
                        id -> MDC.put(RequestId.CONTEXT_KEY, id),
                        () -> MDC.remove(RequestId.CONTEXT_KEY));
    }

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
