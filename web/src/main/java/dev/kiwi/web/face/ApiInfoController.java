package dev.kiwi.web.face;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One card for who opens the API's address in a browser (web.md A.5). */
@Hidden
@RestController
@Gate(Gate.Kind.OPEN)
class ApiInfoController {
    private final PageRenderer renderer;
    private final BlockingWork blocking;

    ApiInfoController(PageRenderer renderer, BlockingWork blocking) {
        this.renderer = renderer;
        this.blocking = blocking;
    }

    @GetMapping("/api-info")
    Mono<Void> card(ServerWebExchange exchange) {
        return blocking.call(() -> renderer.bare("api-info", Map.of(), exchange))
                .flatMap(page -> Assets.write(page, exchange));
    }
}
