package dev.kiwi.web.siteuser;

import dev.kiwi.api.giveaway.ListOwnEntries;
import dev.kiwi.api.giveaway.OwnEntries;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.session.IncidentList;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.siteuser.ChangeDisplayName;
import dev.kiwi.api.siteuser.EraseSiteUser;
import dev.kiwi.api.siteuser.ExportSiteSessions;
import dev.kiwi.api.siteuser.ExportSiteUser;
import dev.kiwi.api.siteuser.ListSiteIncidents;
import dev.kiwi.api.siteuser.SiteUserHoldings;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own person on the website (site-users.md 5). */
@RestController
@Tag(name = "site-auth")
@RequestMapping("/v1/site-auth/me")
@Gate(Gate.Kind.SITE_SESSION)
class SiteMeController {
    private static final int LONGEST_NAME = 80;
    private static final String FILE = ContentDisposition.attachment()
            .filename("kiwi-site-export.json")
            .build()
            .toString();

    private final Commands commands;
    private final Queries queries;
    private final SiteUserReads people;
    private final RateLimits limits;
    private final Buckets buckets;
    private final Clock clock;

    SiteMeController(
            Commands commands, Queries queries, SiteUserReads people, RateLimits limits, Buckets buckets, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.people = people;
        this.limits = limits;
        this.buckets = buckets;
        this.clock = clock;
    }

    /** @param displayName left out or null: stays as it is; blank: none */
    record SiteProfileBody(
            @Nullable @Size(max = LONGEST_NAME) @StorableText
            String displayName) {}

    record SiteDeletionBody(
            @NotNull @Size(max = LONGEST_NAME) @StorableText String confirmUsername) {
        /** Hides the name, so that it never reaches a log. */
        @Override
        public String toString() {
            return "SiteDeletionBody[hidden]";
        }
    }

    @GetMapping
    @ReadsFrom(Projection.SITE_USER)
    @Operation(operationId = "getSiteUser", summary = "Show oneself")
    Mono<SiteUserPublic> me(Caller.SiteUser caller) {
        return people.shown(caller.siteUserId());
    }

    @PatchMapping
    @Operation(
            operationId = "changeSiteUser",
            summary = "Change how one is shown",
            description = "A blank name takes it away; one that is left out stays.")
    Mono<SiteUserPublic> change(
            @Valid @RequestBody SiteProfileBody body, Caller.SiteUser caller, ServerWebExchange exchange) {
        String asked = body.displayName();
        if (asked == null) {
            return me(caller);
        }
        String name = asked.isBlank() ? null : asked.strip();
        return limits.pay(exchange, buckets.siteWrite(caller.siteUserId()))
                .then(commands.sendAndShow(
                        new ChangeDisplayName(caller.siteUserId(), name),
                        exchange,
                        _ -> me(caller),
                        Projection.SITE_USER));
    }

    @PostMapping("/delete")
    @Operation(
            operationId = "deleteSiteUser",
            summary = "Delete oneself",
            description = "Names and Discord account are free again, personal data is unreadable from now on, and all "
                    + "sessions are over. 400 unless the user name is typed again.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@Valid @RequestBody SiteDeletionBody body, Caller.SiteUser caller, ServerWebExchange exchange) {
        return commands.sendAndAwait(
                        new EraseSiteUser(
                                caller.siteUserId(), body.confirmUsername().strip()),
                        exchange,
                        Projection.SITE_USER)
                .then();
    }

    @GetMapping("/export")
    @ReadsFrom({Projection.SITE_USER, Projection.GIVEAWAY})
    @Operation(
            operationId = "exportSiteUser",
            summary = "Take everything along that is held of oneself",
            description =
                    "A file; ended sessions, names of before and the scores that a claim began with are in it too.")
    Mono<ResponseEntity<SiteExport>> export(Caller.SiteUser caller) {
        String id = caller.siteUserId();
        return people.find(id)
                .flatMap(user -> Mono.zip(
                                queries.ask(new ExportSiteUser(id), SiteUserHoldings.class),
                                queries.ask(new ExportSiteSessions(id), SessionList.class),
                                queries.ask(new ListSiteIncidents(id, Integer.MAX_VALUE), IncidentList.class),
                                queries.ask(new ListOwnEntries(id), OwnEntries.class))
                        .map(held -> SiteExport.of(
                                clock.instant(), user, held.getT1(), held.getT2(), held.getT3(), held.getT4())))
                .map(export -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, FILE)
                        .body(export));
    }
}
