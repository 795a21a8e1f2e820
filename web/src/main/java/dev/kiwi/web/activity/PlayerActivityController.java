package dev.kiwi.web.activity;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.api.activity.GetActivityHistory;
import dev.kiwi.api.activity.GetActivityHistory.ActivityHistory;
import dev.kiwi.api.activity.GetActivitySeries;
import dev.kiwi.api.activity.GetActivitySeries.ActivitySeries;
import dev.kiwi.api.activity.GetCurrentActivity;
import dev.kiwi.api.activity.GetCurrentActivity.CurrentActivity;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How many people play (activity.md A). */
@RestController
@Tag(name = "activity", description = "How many people play, and which classes")
@RequestMapping("/v1/activity")
@Gate(value = Gate.Kind.PUBLIC, scope = "activity:read")
@ReadsFrom(Projection.ACTIVITY)
@SharedResponse
class PlayerActivityController {
    private final Queries queries;
    private final ActivityHeaders headers;

    PlayerActivityController(Queries queries, ActivityHeaders headers) {
        this.queries = queries;
        this.headers = headers;
    }

    @GetMapping("/current")
    @Operation(
            operationId = "getCurrentActivity",
            summary = "Show how many people play",
            description = "Between the newest two captures, and distinct over a day and a week before the newest one. "
                    + "Null where captures are missing.")
    Mono<CurrentActivity> current(ServerWebExchange exchange) {
        headers.set(exchange);
        return queries.ask(new GetCurrentActivity(), CurrentActivity.class);
    }

    @GetMapping("/history")
    @Operation(
            operationId = "getActivityHistory",
            summary = "List how many people played, capture by capture",
            description = "Oldest first, without windows in which captures are missing. Also as CSV or NDJSON, by "
                    + "`Accept`.")
    Mono<ActivityHistory> history(
            @Parameter(description = "How many days back") @RequestParam(defaultValue = "7") @Min(1) @Max(30) int days,
            ServerWebExchange exchange) {
        headers.set(exchange);
        return queries.ask(new GetActivityHistory(days), ActivityHistory.class);
    }

    @GetMapping("/series")
    @Operation(
            operationId = "getActivitySeries",
            summary = "Chart how many people play an hour",
            description = "In steps of `bucket_seconds`: mean and greatest rate of each. Also as CSV or NDJSON, by "
                    + "`Accept`.")
    Mono<ActivitySeries> series(
            @Parameter(description = "`1d`, `7d`, `1m`, `3m`, `6m`, `1y` or `all`; anything else is `7d`")
                    @RequestParam(defaultValue = "7d")
                    String period,
            ServerWebExchange exchange) {
        headers.set(exchange);
        return queries.ask(new GetActivitySeries(ActivityPeriod.of(period)), ActivitySeries.class);
    }
}
