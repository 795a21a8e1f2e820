package dev.kiwi.web.session;

import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.EntityId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everybody's sessions, for administrators. */
@RestController
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminSessionController {
    private final Commands commands;

    AdminSessionController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/admin/users/{id}/logout-all")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logoutAll(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return commands.sendAndAwait(new VoidSessions(id), exchange, Projection.SESSION, Projection.ACCOUNT)
                .then();
    }
}
