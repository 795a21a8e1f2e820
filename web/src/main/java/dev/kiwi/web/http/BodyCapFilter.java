package dev.kiwi.web.http;

import dev.kiwi.web.http.HttpSettings.BodyCaps;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a body by its declared length; {@link StreamedBodyCap} watches those that declare none. */
public final class BodyCapFilter implements PipelineFilter {
    private final BodyCaps caps;

    public BodyCapFilter(BodyCaps caps) {
        this.caps = caps;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long declared = exchange.getRequest().getHeaders().getContentLength();
        boolean tooLarge = declared > caps.of(RoutedPath.of(exchange.getRequest()));
        return tooLarge ? Mono.error(new ContentTooLargeException(null)) : chain.filter(exchange);
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.BODY_CAPS;
    }
}
