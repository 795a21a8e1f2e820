package dev.kiwi.web.activity;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.api.activity.GetClassActivitySeries;
import dev.kiwi.api.activity.GetClassActivitySeries.ClassActivitySeries;
import dev.kiwi.api.activity.GetCurrentClassActivity;
import dev.kiwi.api.activity.GetCurrentClassActivity.CurrentClassActivity;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Which classes people play (activity.md B). */
@RestController
@Tag(name = "activity")
@RequestMapping("/v1/class-activity")
@Gate(value = Gate.Kind.PUBLIC, scope = "activity:read")
@ReadsFrom(Projection.ACTIVITY)
@SharedResponse
class ClassActivityController {
    private final Queries queries;
    private final ActivityHeaders headers;

    ClassActivityController(Queries queries, ActivityHeaders headers) {
        this.queries = queries;
        this.headers = headers;
    }

    @GetMapping("/current")
    @Operation(
            operationId = "getCurrentClassActivity",
            summary = "Show which classes stand on the boards",
            description = "Heads of the newest capture, everybody and, as `_clean`, established players: those at or "
                    + "above both thresholds. Effort is what was added since the capture before. Also as CSV or "
                    + "NDJSON, by `Accept`.")
    Mono<CurrentClassActivity> current(ServerWebExchange exchange) {
        headers.set(exchange);
        return queries.ask(new GetCurrentClassActivity(), CurrentClassActivity.class);
    }

    @GetMapping("/series")
    @Operation(
            operationId = "getClassActivitySeries",
            summary = "Chart how many people play each class an hour",
            description = "`values` and `values_clean` go with `buckets`; null for a step without a measurable window. "
                    + "Also as CSV or NDJSON, by `Accept`.")
    Mono<ClassActivitySeries> series(
            @Parameter(description = "`1d`, `7d`, `1m`, `3m`, `6m`, `1y` or `all`; anything else is `7d`")
                    @RequestParam(defaultValue = "7d")
                    String period,
            ServerWebExchange exchange) {
        headers.set(exchange);
        return queries.ask(new GetClassActivitySeries(ActivityPeriod.of(period)), ClassActivitySeries.class);
    }
}
