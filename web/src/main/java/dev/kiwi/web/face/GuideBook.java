package dev.kiwi.web.face;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages of the documentation. */
@Component
class GuideBook implements GuideSite {
    @Override
    public Mono<Void> answer(String path, ServerWebExchange exchange) {
        return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
