package dev.kiwi.web.http;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A step of the {@link Pipeline}. */
public interface PipelineFilter {
    /**
     * What comes next begins when the chain is called, not when its answer is subscribed to: a step that waits for
     * something first calls the chain inside of {@code flatMap} or {@code defer}.
     */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain);

    FilterOrder order();
}
