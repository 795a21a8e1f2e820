package dev.kiwi.web.audit;

import dev.kiwi.api.audit.AccountAt;
import dev.kiwi.api.audit.ReadAccountAt;
import dev.kiwi.api.audit.ReadTokenAt;
import dev.kiwi.api.audit.TokenAt;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.EntityId;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What something looked like at some time; from the events themselves, so no read model has to have caught up. */
@RestController
@RequestMapping("/admin")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class PastController {
    private final Queries queries;

    PastController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping(path = "/tokens/{id}", params = "at")
    Mono<TokenAt> token(@PathVariable @EntityId String id, @RequestParam Instant at) {
        return queries.ask(new ReadTokenAt(id, at), TokenAt.class);
    }

    /** Without a time the route is that of the account's summary. */
    @GetMapping(path = "/users/{id}", params = "at")
    Mono<AccountAt> account(@PathVariable @EntityId String id, @RequestParam Instant at) {
        return queries.ask(new ReadAccountAt(id, at), AccountAt.class);
    }
}
