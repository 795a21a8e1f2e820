package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.session.IncidentList;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.siteuser.ListSiteIncidents;
import dev.kiwi.api.siteuser.ListSiteSessions;
import dev.kiwi.api.siteuser.RevokeSiteSession;
import dev.kiwi.api.siteuser.VoidSiteSessions;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.EntityId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** The caller's own sessions (site-users.md 5), and what has happened to their security. */
@RestController
@Tag(name = "site-auth")
@RequestMapping("/v1/site-auth")
@Gate(Gate.Kind.SITE_SESSION)
class SiteSessionController {
    private static final int MOST_INCIDENTS = 100;

    private final Commands commands;
    private final Queries queries;

    SiteSessionController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping("/sessions")
    @ReadsFrom(Projection.SITE_USER)
    @Operation(
            operationId = "listSiteSessions",
            summary = "List one's sessions",
            description = "Those that are good, most recently used first.")
    Mono<List<SiteSessionPublic>> list(Caller.SiteUser caller) {
        return queries.ask(new ListSiteSessions(caller.siteUserId()), SessionList.class)
                .map(sessions -> sessions.items().stream()
                        .map(session -> SiteSessionPublic.of(session, caller.sessionId()))
                        .toList());
    }

    @DeleteMapping("/sessions/{id}")
    @Operation(
            operationId = "endSiteSession",
            summary = "End one of one's sessions",
            description = "Its refresh token is dead at once; its access token ends by itself, within minutes.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(
            @Parameter(description = "The session's id, as listed", example = "6561f0c2a4b3d2e1f0a9b8c7")
                    @PathVariable
                    @EntityId
                    String id,
            Caller.SiteUser caller,
            ServerWebExchange exchange) {
        return commands.sendAndAwait(new RevokeSiteSession(id, caller.siteUserId()), exchange, Projection.SITE_USER)
                .then();
    }

    @PostMapping("/logout-all")
    @Operation(
            operationId = "logOutOfSiteEverywhere",
            summary = "Log out everywhere",
            description = "Every refresh token and every access token is dead at once.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logoutAll(Caller.SiteUser caller, ServerWebExchange exchange) {
        return commands.sendAndAwait(new VoidSiteSessions(caller.siteUserId()), exchange, Projection.SITE_USER)
                .then();
    }

    @GetMapping("/security-events")
    @ReadsFrom(Projection.SITE_USER)
    @Operation(
            operationId = "listSiteSecurityEvents",
            summary = "List what one should know of",
            description = "Newest first, a hundred at most; for example a refresh token that somebody else has a copy "
                    + "of. `kind` is `refresh_token_reused`, `sessions_voided`, `deactivated` or "
                    + "`trove_claim_rejected`.")
    Mono<List<Incident>> incidents(Caller.SiteUser caller) {
        return queries.ask(new ListSiteIncidents(caller.siteUserId(), MOST_INCIDENTS), IncidentList.class)
                .map(IncidentList::items);
    }
}
