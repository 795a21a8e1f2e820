package dev.kiwi.web.face;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The documentation, on its own host name. */
interface GuideSite {
    /** Answers whatever a reader asks for; an address without a page is a 404 error. */
    Mono<Void> answer(String path, ServerWebExchange exchange);
}
