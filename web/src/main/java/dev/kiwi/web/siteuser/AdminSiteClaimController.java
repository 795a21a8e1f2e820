package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.siteuser.ApproveTroveClaim;
import dev.kiwi.api.siteuser.CountTroveClaims;
import dev.kiwi.api.siteuser.ListTroveClaims;
import dev.kiwi.api.siteuser.ListTroveClaims.After;
import dev.kiwi.api.siteuser.RejectTroveClaim;
import dev.kiwi.api.siteuser.TroveClaimList;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.EntityId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whether people are the players that they say to be, for administrators (platform.md 15.4). */
@RestController
@RequestMapping("/admin/site-claims")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminSiteClaimController {
    private final Commands commands;
    private final Queries queries;
    private final SiteUserReads people;

    AdminSiteClaimController(Commands commands, Queries queries, SiteUserReads people) {
        this.commands = commands;
        this.queries = queries;
        this.people = people;
    }

    @GetMapping
    @ReadsFrom(Projection.SITE_USER)
    Mono<TroveClaims> list(
            @RequestParam(name = "pending_only", defaultValue = "false") boolean pendingOnly,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        After after = cursor == null || cursor.isEmpty() ? null : TroveClaimCursor.read(cursor);
        return queries.ask(new ListTroveClaims(pendingOnly, after, limit + 1), TroveClaimList.class)
                .zipWith(
                        queries.ask(new CountTroveClaims(pendingOnly), Long.class),
                        (claims, count) -> TroveClaims.page(claims.items(), limit, count));
    }

    /** @param troveName that was looked at: 409 when the claim is of another by now; left out: whichever it is */
    @PostMapping("/{id}/approve")
    Mono<SiteUserPublic> approve(
            @PathVariable @EntityId String id,
            @RequestParam(name = "trove_name", required = false) @Nullable String troveName,
            ServerWebExchange exchange) {
        return commands.sendAndShow(
                new ApproveTroveClaim(id, troveName), exchange, _ -> people.shown(id), Projection.SITE_USER);
    }

    @PostMapping("/{id}/reject")
    Mono<SiteUserPublic> reject(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return commands.sendAndShow(new RejectTroveClaim(id), exchange, _ -> people.shown(id), Projection.SITE_USER);
    }
}
