package dev.kiwi.web.usage;

import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.api.usage.ActivitySummary;
import dev.kiwi.api.usage.GetActivity;
import dev.kiwi.api.usage.ListUsageEvents;
import dev.kiwi.api.usage.UsageEvents;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.paging.CursorQuery;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the caller's own tokens were used for (platform.md 6.5, 12.2). */
@RestController
@RequestMapping("/tokens")
@Gate(Gate.Kind.SESSION)
class ActivityController {
    private final Queries queries;

    ActivityController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/activity")
    Mono<ActivitySummary> ofAll(@RequestParam(defaultValue = "7") @Min(1) @Max(365) int days, Caller.Session caller) {
        return activity(UsageFilter.ofAccount(caller.accountId()), days);
    }

    @GetMapping("/{id}/activity")
    @ReadsFrom(Projection.TOKEN)
    Mono<ActivitySummary> ofOne(
            @PathVariable @EntityId String id,
            @RequestParam(defaultValue = "7") @Min(1) @Max(365) int days,
            Caller.Session caller) {
        return own(id, caller).flatMap(token -> activity(UsageFilter.ofToken(token.id()), days));
    }

    /** The token's last requests, newest first, with the reason where one was refused. */
    @GetMapping("/{id}/requests")
    @ReadsFrom(Projection.TOKEN)
    Mono<CursorPage<TokenRequest>> requests(
            @PathVariable @EntityId String id,
            @RequestParam(required = false) @Nullable @Min(100) @Max(599) Integer status,
            CursorQuery page,
            Caller.Session caller) {
        return own(id, caller)
                .map(token -> UsageFilter.ofToken(token.id()).withStatus(status))
                .flatMap(filter ->
                        queries.ask(new ListUsageEvents(filter, page.cursor(), page.fetch()), UsageEvents.class))
                .map(found ->
                        page.page(found.items().stream().map(TokenRequest::of).toList(), TokenRequest::id));
    }

    private Mono<ActivitySummary> activity(UsageFilter filter, int days) {
        return queries.ask(new GetActivity(filter, days), ActivitySummary.class);
    }

    /** Somebody else's token is not found either. */
    private Mono<TokenView> own(String tokenId, Caller.Session caller) {
        return queries.ask(new FindToken(tokenId), TokenView.class)
                .filter(token -> token.accountId().equals(caller.accountId()))
                .switchIfEmpty(Mono.error(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such token.")));
    }
}
