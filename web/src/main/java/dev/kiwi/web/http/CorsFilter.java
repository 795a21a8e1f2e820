package dev.kiwi.web.http;

import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers preflights and marks what a browser may read. A plain request from a foreign origin is served without CORS
 * headers, not refused: behind a proxy the site's own origin may look foreign.
 */
public final class CorsFilter implements PipelineFilter {
    private final CorsOrigins origins;
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();

    public CorsFilter(HttpSettings settings) {
        this.origins = new CorsOrigins(settings);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (CorsUtils.isPreFlightRequest(exchange.getRequest())) {
            processor.process(origins, exchange);
            return exchange.getResponse().setComplete();
        }
        String origin = exchange.getRequest().getHeaders().getOrigin();
        if (origin == null || origins.checkOrigin(origin) != null) {
            processor.process(origins, exchange);
        } else {
            exchange.getResponse().getHeaders().add("Vary", "Origin");
        }
        return chain.filter(exchange);
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.CORS;
    }
}
