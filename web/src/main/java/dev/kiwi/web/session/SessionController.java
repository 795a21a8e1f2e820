package dev.kiwi.web.session;

import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.session.IncidentList;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.ListIncidents;
import dev.kiwi.api.session.ListSessions;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.EntityId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own sessions (platform.md 4.3), and what has happened to the security of the account. */
@RestController
@RequestMapping("/auth")
@Gate(Gate.Kind.SESSION)
class SessionController {
    private static final int MOST_INCIDENTS = 100;

    private final Commands commands;
    private final Queries queries;

    SessionController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping("/sessions")
    @ReadsFrom(Projection.SESSION)
    Mono<List<SessionPublic>> list(Caller.Session caller) {
        return queries.ask(new ListSessions(caller.accountId()), SessionList.class)
                .map(sessions -> sessions.items().stream()
                        .map(session -> SessionPublic.of(session, caller.sessionId()))
                        .toList());
    }

    /** Its refresh token is dead at once; its access token ends by itself, within minutes. */
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@PathVariable @EntityId String id, Caller.Session caller, ServerWebExchange exchange) {
        return commands.sendAndAwait(new RevokeSession(id, caller.accountId()), exchange, Projection.SESSION)
                .then();
    }

    /** Every refresh token and every access token of the account is dead at once, on every node. */
    @PostMapping("/logout-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logoutAll(Caller.Session caller, ServerWebExchange exchange) {
        return commands.sendAndAwait(
                        new VoidSessions(caller.accountId()), exchange, Projection.SESSION, Projection.ACCOUNT)
                .then();
    }

    /** Newest first; for example a refresh token that somebody else has a copy of. */
    @GetMapping("/security-events")
    @ReadsFrom(Projection.SESSION)
    Mono<List<Incident>> incidents(Caller.Session caller) {
        return queries.ask(new ListIncidents(caller.accountId(), MOST_INCIDENTS), IncidentList.class)
                .map(IncidentList::items);
    }
}
