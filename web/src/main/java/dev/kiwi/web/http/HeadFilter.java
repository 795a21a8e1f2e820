package dev.kiwi.web.http;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** HEAD runs the GET route (the framework drops the body), but not where that would open an endless stream. */
public final class HeadFilter implements PipelineFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean endless = exchange.getRequest().getMethod() == HttpMethod.HEAD
                && exchange.getRequest().getPath().value().startsWith("/v1/events");
        return endless
                ? Mono.error(new MethodNotAllowedException(HttpMethod.HEAD, List.of(HttpMethod.GET)))
                : chain.filter(exchange);
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.HEAD;
    }
}
