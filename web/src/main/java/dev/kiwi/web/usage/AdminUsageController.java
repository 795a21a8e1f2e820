package dev.kiwi.web.usage;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.usage.ActivityOverview;
import dev.kiwi.api.usage.ActivitySummary;
import dev.kiwi.api.usage.GetActivity;
import dev.kiwi.api.usage.GetActivityOverview;
import dev.kiwi.api.usage.ListUsageEvents;
import dev.kiwi.api.usage.UsageEvents;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.web.dispatch.Queries;
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

/** Everybody's use of the API, for administrators (platform.md 15.1). */
@RestController
@RequestMapping("/admin")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminUsageController {
    private final Queries queries;

    AdminUsageController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/activity")
    @ReadsFrom(Projection.ACCOUNT)
    Mono<ActivityOverview> overview(
            @RequestParam(defaultValue = "7") @Min(1) @Max(365) int days,
            @RequestParam(defaultValue = "10") @Min(1) @Max(100) int top) {
        return queries.ask(new GetActivityOverview(days, top), ActivityOverview.class);
    }

    @GetMapping("/users/{id}/activity")
    @ReadsFrom(Projection.ACCOUNT)
    Mono<ActivitySummary> activity(
            @PathVariable @EntityId String id, @RequestParam(defaultValue = "7") @Min(1) @Max(365) int days) {
        return queries.ask(new FindAccount(id), AccountView.class)
                .flatMap(account ->
                        queries.ask(new GetActivity(UsageFilter.ofAccount(account.id()), days), ActivitySummary.class));
    }

    /** The feed of recorded requests, newest first. */
    @GetMapping("/events")
    Mono<CursorPage<AdminUsageEvent>> events(
            @RequestParam(name = "user_id", required = false) @Nullable @EntityId String userId,
            @RequestParam(name = "status_code", required = false) @Nullable @Min(100) @Max(599) Integer statusCode,
            CursorQuery page) {
        ListUsageEvents query =
                new ListUsageEvents(new UsageFilter(userId, null, statusCode), page.cursor(), page.fetch());
        return queries.ask(query, UsageEvents.class)
                .map(found -> page.page(
                        found.items().stream().map(AdminUsageEvent::of).toList(), AdminUsageEvent::id));
    }
}
