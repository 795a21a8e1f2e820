package dev.kiwi.web.market;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.GetItemNames;
import dev.kiwi.api.market.GetItemNames.ItemNames;
import dev.kiwi.api.market.GetItemSummary;
import dev.kiwi.api.market.GetItemSummary.ItemSummary;
import dev.kiwi.api.market.GetListings;
import dev.kiwi.api.market.GetListings.ListingPage;
import dev.kiwi.api.market.GetPriceHistory;
import dev.kiwi.api.market.GetPriceHistory.PriceHistory;
import dev.kiwi.api.market.ListingSort;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.limit.ArchiveBudget;
import dev.kiwi.web.responsecache.FreshTime;
import dev.kiwi.web.responsecache.SharedResponse;
import dev.kiwi.web.responsecache.Unshared;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads (market.md 7). What is on offer changes with the clock, so only names and histories are kept for others. */
@RestController
@Tag(name = "market", description = "The game's marketplace, as bots see it")
@RequestMapping("/v1/market")
@Gate(value = Gate.Kind.SCOPE, scope = "market:read")
@ReadsFrom(Projection.MARKET)
@SharedResponse
class MarketController {
    private static final long DAY = 86_400;
    private static final String ITEM = "The item's name, exactly";

    private final Queries queries;
    private final ArchiveBudget budget;
    private final Clock clock;

    MarketController(Queries queries, ArchiveBudget budget, Clock clock) {
        this.queries = queries;
        this.budget = budget;
        this.clock = clock;
    }

    @GetMapping("/listings")
    @Operation(
            operationId = "listMarketListings",
            summary = "List what is on offer",
            description = "A listing is on offer for a week after it was posted, while it was seen in the last three "
                    + "hours. `expired` tells; `total` counts all that match. Also as CSV or NDJSON, by `Accept`.")
    Mono<ListingPage> listings(
            @Parameter(description = ITEM, example = "Glim") @RequestParam(required = false) @StorableText @Nullable
                    String name,
            @Parameter(description = "Lowest price of one piece")
                    @RequestParam(name = "price_min", required = false)
                    @PositiveOrZero
                    @Nullable
                    Double priceMin,
            @Parameter(description = "Highest price of one piece")
                    @RequestParam(name = "price_max", required = false)
                    @PositiveOrZero
                    @Nullable
                    Double priceMax,
            @Parameter(description = "Only what was seen at or after this unix second")
                    @RequestParam(name = "last_seen_after", required = false)
                    @PositiveOrZero
                    @Nullable
                    Long lastSeenAfter,
            @Parameter(
                            description = "Leave out what is no longer on offer. With false the request counts against "
                                    + "a second rate limit.")
                    @RequestParam(name = "hide_expired", defaultValue = "true")
                    boolean hideExpired,
            @Parameter(
                            description = "`last_seen`, `price_each`, `created_at`, `price`, `stack` or `name`, "
                                    + "with a minus sign for descending; anything else is `-last_seen`")
                    @RequestParam(defaultValue = "-last_seen")
                    String sort,
            @Parameter(description = "How many listings at most") @RequestParam(defaultValue = "100") @Min(1) @Max(1000)
                    int limit,
            @Parameter(description = "How many listings to skip") @RequestParam(defaultValue = "0") @Min(0) int offset,
            ServerWebExchange exchange) {
        Unshared.mark(exchange);
        if (priceMin != null && priceMax != null && priceMin > priceMax) {
            return Mono.error(new Refusal(ErrorCode.BAD_REQUEST, "price_min is above price_max."));
        }
        GetListings query = new GetListings(
                name, priceMin, priceMax, lastSeenAfter, hideExpired, ListingSort.of(sort), limit, offset);
        Mono<Void> price = hideExpired ? Mono.empty() : budget.pay(exchange, "market");
        return price.then(Mono.defer(() -> queries.ask(query, ListingPage.class)));
    }

    @GetMapping("/items")
    @Operation(
            operationId = "listMarketItems",
            summary = "List the items that were ever on offer",
            description = "Names, ascending; also of items that nobody offers now. Also as CSV or NDJSON, by `Accept`.")
    Mono<ItemNames> items() {
        return queries.ask(new GetItemNames(), ItemNames.class);
    }

    @GetMapping("/items/{name}/summary")
    @Operation(
            operationId = "getMarketSummary",
            summary = "Summarise what is on offer of one item",
            description = "Over the listings on offer now; 404 when there are none. `_each` is the price of one piece.")
    Mono<ItemSummary> summary(
            @Parameter(description = ITEM, example = "Glim") @PathVariable @StorableText String name,
            ServerWebExchange exchange) {
        Unshared.mark(exchange);
        return queries.ask(new GetItemSummary(name), ItemSummary.class);
    }

    @GetMapping("/items/{name}/history")
    @Operation(
            operationId = "getMarketPriceHistory",
            summary = "Show what one item was offered for, day by day",
            description = "By the UTC day on which a listing was posted: lowest, median and highest price of one "
                    + "piece, and how many pieces. Days without a listing are left out. Prices far from the "
                    + "rest of their day are left out too and counted in `left_out`, from five listings on. "
                    + "404 for an item that was never on offer. Also as CSV or NDJSON, by `Accept`.")
    Mono<PriceHistory> history(
            @Parameter(description = ITEM, example = "Glim") @PathVariable @StorableText String name,
            @Parameter(description = "How many days back, today included")
                    @RequestParam(defaultValue = "30")
                    @Min(1)
                    @Max(365)
                    int days,
            @Parameter(description = "Count prices that are far from the rest too")
                    @RequestParam(defaultValue = "false")
                    boolean outliers,
            ServerWebExchange exchange) {
        long today = Math.floorDiv(clock.instant().getEpochSecond(), DAY) * DAY;
        new FreshTime(today, today + DAY).mark(exchange);
        return queries.ask(new GetPriceHistory(name, days, outliers), PriceHistory.class);
    }
}
