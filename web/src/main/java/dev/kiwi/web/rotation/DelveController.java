package dev.kiwi.web.rotation;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.rotation.FindDelveWeek;
import dev.kiwi.api.rotation.FindDelveWeek.DelveWeek;
import dev.kiwi.api.rotation.ListDelveWeeks;
import dev.kiwi.api.rotation.ListDelveWeeks.DelveWeekEntry;
import dev.kiwi.api.rotation.ListDelveWeeks.DelveWeekList;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Delves of weeks (rotations.md 5). */
@RestController
@Tag(name = "rotations")
@RequestMapping("/v1/rotations/delves")
@Gate(value = Gate.Kind.PUBLIC, scope = "rotations:read")
@ReadsFrom(Projection.TROVE)
@SharedResponse
class DelveController {
    private final RotationReads reads;
    private final Queries queries;

    DelveController(RotationReads reads, Queries queries) {
        this.reads = reads;
        this.queries = queries;
    }

    /** @param depths as their source has them @param fetchedAt unix seconds; null when the week is not known */
    record Delves(
            long week,
            boolean isCurrent,
            long total,
            int count,
            @Nullable Long fetchedAt,
            List<Object> depths) {}

    record DelveWeeks(long currentWeek, List<DelveWeekEntry> items, int count) {}

    @GetMapping
    @Operation(
            operationId = "getDelves",
            summary = "Show the delves of a week",
            description = "Weeks count from Monday 2025-11-03, 11:00 UTC, which begins week 1. The week of a moment "
                    + "that is not known is empty; a week that is asked for by its number and not known is 404. "
                    + "`depths` are passed on as their source has them.")
    Mono<Delves> delves(
            @Parameter(description = "The number of the week; left out: that of the moment", example = "3")
                    @RequestParam(required = false)
                    @Nullable
                    Long week,
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        long moment = reads.moment(at);
        long current = DelveText.week(moment);
        long wanted = week == null ? current : week;
        RotationReads.markSecond(at, moment, exchange);
        return queries.ask(new FindDelveWeek(wanted), DelveWeek.class).map(found -> {
            if (week != null && found.fetchedAt() == null) {
                throw new Refusal(ErrorCode.NOT_FOUND, "The delves of that week are not known.");
            }
            return new Delves(
                    wanted,
                    wanted == current,
                    found.total(),
                    found.count(),
                    found.fetchedAt(),
                    DelveText.read(found.depths()));
        });
    }

    @GetMapping("/weeks")
    @Operation(operationId = "listDelveWeeks", summary = "List the weeks whose delves are known, newest first")
    Mono<DelveWeeks> weeks(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        long moment = reads.moment(at);
        RotationReads.markSecond(at, moment, exchange);
        return queries.ask(new ListDelveWeeks(), DelveWeekList.class)
                .map(weeks -> new DelveWeeks(
                        DelveText.week(moment), weeks.items(), weeks.items().size()));
    }
}
