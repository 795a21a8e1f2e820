package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.siteuser.ActivateSiteUser;
import dev.kiwi.api.siteuser.DeactivateSiteUser;
import dev.kiwi.api.siteuser.SearchSiteUsers;
import dev.kiwi.api.siteuser.SiteUserList;
import dev.kiwi.api.siteuser.VoidSiteSessions;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.paging.CursorQuery;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The website's people, for administrators. */
@RestController
@RequestMapping("/admin/site-users")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminSiteUserController {
    private static final int LONGEST_SEARCH = 80;

    private final Commands commands;
    private final Queries queries;
    private final SiteUserReads people;

    AdminSiteUserController(Commands commands, Queries queries, SiteUserReads people) {
        this.commands = commands;
        this.queries = queries;
        this.people = people;
    }

    /** Newest first. @param text part of a name, or a whole Discord id; left out: everybody */
    @GetMapping
    @ReadsFrom(Projection.SITE_USER)
    Mono<CursorPage<SiteUserPublic>> list(
            CursorQuery page,
            @RequestParam(name = "q", required = false) @Size(max = LONGEST_SEARCH) @StorableText @Nullable
                    String text) {
        String asked = text == null || text.isBlank() ? null : text;
        return queries.ask(new SearchSiteUsers(asked, page.cursor(), page.fetch()), SiteUserList.class)
                .map(found ->
                        page.page(found.items().stream().map(SiteUserPublic::of).toList(), SiteUserPublic::id));
    }

    /** Tokens and sessions are dead at once; what the site user owns stays. */
    @PostMapping("/{id}/deactivate")
    @StepUp
    Mono<SiteUserPublic> deactivate(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return commands.sendAndShow(new DeactivateSiteUser(id), exchange, _ -> people.shown(id), Projection.SITE_USER);
    }

    @PostMapping("/{id}/activate")
    Mono<SiteUserPublic> activate(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return commands.sendAndShow(new ActivateSiteUser(id), exchange, _ -> people.shown(id), Projection.SITE_USER);
    }

    @PostMapping("/{id}/logout")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logout(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return commands.sendAndAwait(new VoidSiteSessions(id), exchange, Projection.SITE_USER)
                .then();
    }
}
