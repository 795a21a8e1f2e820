package dev.kiwi.web.account;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.EntityId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way back for somebody who has lost the authenticator or the passkeys, and the recovery codes. */
@RestController
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminSecondFactorController {
    private final SecondFactors factors;

    AdminSecondFactorController(SecondFactors factors) {
        this.factors = factors;
    }

    /** All of them. Their owner sees it; does nothing where there is none. */
    @DeleteMapping("/admin/users/{id}/second-factor")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> disable(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return factors.removeAll(id, exchange);
    }
}
