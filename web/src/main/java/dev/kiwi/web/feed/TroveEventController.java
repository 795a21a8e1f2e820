package dev.kiwi.web.feed;

import dev.kiwi.api.feed.ListTroveEventCategories;
import dev.kiwi.api.feed.ListTroveEvents;
import dev.kiwi.api.feed.ListTroveEvents.Phase;
import dev.kiwi.api.feed.TroveEventCategories;
import dev.kiwi.api.feed.TroveEventList;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.paging.WeakEtag;
import dev.kiwi.web.responsecache.FreshTime;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The community's calendar (feeds-events.md A6). What is on depends on the moment: answers are the same for a second. */
@RestController
@Tag(name = "feeds")
@RequestMapping("/v1/feeds/events")
@Gate(value = Gate.Kind.PUBLIC, scope = "feeds:read")
@ReadsFrom(Projection.FEED)
@SharedResponse
class TroveEventController {
    private static final String CATEGORY = "Only events of this category, exactly as listed under categories";
    private static final String LIMIT = "How many events at most";

    private final Queries queries;
    private final Clock clock;

    TroveEventController(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listTroveEvents",
            summary = "List the community's events that are on",
            description = "First the one that ends first; `seconds_until` its end.")
    Mono<TroveEventsReply> ongoing(
            @Parameter(description = CATEGORY) @RequestParam(required = false) @Nullable String category,
            @Parameter(description = LIMIT) @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            ServerWebExchange exchange) {
        return list(Phase.ONGOING, category, limit, exchange);
    }

    @GetMapping("/upcoming")
    @Operation(
            operationId = "listUpcomingTroveEvents",
            summary = "List the community's events that are to come",
            description = "First the one that begins first; `seconds_until` its begin.")
    Mono<TroveEventsReply> upcoming(
            @Parameter(description = CATEGORY) @RequestParam(required = false) @Nullable String category,
            @Parameter(description = LIMIT) @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            ServerWebExchange exchange) {
        return list(Phase.UPCOMING, category, limit, exchange);
    }

    @GetMapping("/history")
    @Operation(
            operationId = "listPastTroveEvents",
            summary = "List the community's events that are over",
            description = "First the one that ended last. An event is kept for a year after its end.")
    Mono<TroveEventsReply> history(
            @Parameter(description = CATEGORY) @RequestParam(required = false) @Nullable String category,
            @Parameter(description = LIMIT) @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            ServerWebExchange exchange) {
        return list(Phase.ENDED, category, limit, exchange);
    }

    @GetMapping("/categories")
    @Operation(
            operationId = "listTroveEventCategories",
            summary = "List the categories of the community's events",
            description = "Those that occur, in ascending order; whoever adds an event names its category freely.")
    Mono<TroveEventCategories> categories() {
        return queries.ask(new ListTroveEventCategories(), TroveEventCategories.class);
    }

    private Mono<TroveEventsReply> list(Phase phase, @Nullable String category, int limit, ServerWebExchange exchange) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long second = now.getEpochSecond();
        new FreshTime(second, second + 1).mark(exchange);
        return queries.ask(new ListTroveEvents(phase, category, limit, now), TroveEventList.class)
                .map(list -> {
                    // Of the events: the countdown goes on by itself and makes no other answer.
                    exchange.getResponse().getHeaders().setETag(WeakEtag.of(phase, list));
                    return TroveEventsReply.of(list, second);
                });
    }
}
