package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.DrawRecord;
import dev.kiwi.api.giveaway.FindDraw;
import dev.kiwi.api.giveaway.ListGiveaways.Which;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Giveaways for everybody (giveaways.md B), and what one needs to check a draw (ADR 0030). */
@RestController
@Tag(name = "giveaways", description = "Prizes that are given away")
@RequestMapping("/v1/giveaways")
@Gate(value = Gate.Kind.PUBLIC, scope = "giveaways:read")
@ReadsFrom(Projection.GIVEAWAY)
@SharedResponse
class GiveawayController {
    private final GiveawayLists lists;
    private final Queries queries;
    private final Clock clock;

    GiveawayController(GiveawayLists lists, Queries queries, Clock clock) {
        this.lists = lists;
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping("/ongoing")
    @Operation(
            operationId = "listOngoingGiveaways",
            summary = "List the giveaways that one can enter now",
            description = "The next to end first. Times are unix seconds.")
    Mono<List<GiveawayPublic>> ongoing(ServerWebExchange exchange) {
        return lists.list(Which.ONGOING, clock.instant(), GiveawayLists.OF_THE_API, exchange);
    }

    @GetMapping("/upcoming")
    @Operation(
            operationId = "listUpcomingGiveaways",
            summary = "List the giveaways that are still to open",
            description = "The next to open first. Times are unix seconds.")
    Mono<List<GiveawayPublic>> upcoming(ServerWebExchange exchange) {
        return lists.list(Which.UPCOMING, clock.instant(), GiveawayLists.OF_THE_API, exchange);
    }

    @GetMapping("/ended")
    @Operation(
            operationId = "listEndedGiveaways",
            summary = "List the giveaways that are over",
            description = "Those with an outcome, the last to end first: `drawn` with a winner, `closed` when "
                    + "nobody had entered. A giveaway comes here within a minute of its end.")
    Mono<List<GiveawayPublic>> ended(
            @Parameter(description = "Since how many days ago they ended")
                    @RequestParam(defaultValue = "7")
                    @Min(1)
                    @Max(30)
                    int days,
            ServerWebExchange exchange) {
        return lists.list(
                Which.ENDED, clock.instant().minus(Duration.ofDays(days)), GiveawayLists.OF_THE_API, exchange);
    }

    @GetMapping("/{id}/draw")
    @Operation(
            operationId = "getGiveawayDraw",
            summary = "Show what proves a draw",
            description =
                    "`commitment`, published when the giveaway is made, is the SHA-256 of the `seed`, published with "
                            + "the outcome. `tickets` are the entries that were drawn from, in the order in which they came; one's "
                            + "own ticket is in the answer to entering. From `seed`, `giveaway_id` and `tickets` anybody can work "
                            + "out `entrants_hash` and `winner_index` by `kiwi-draw-1`: the hash is the SHA-256 of the tickets, "
                            + "each followed by a line feed. For rounds 0, 1, 2, ... take HMAC-SHA256 with the seed's 32 bytes as "
                            + "the key over `kiwi-draw-1`, the giveaway's id, the hash and the round in decimal, joined by line "
                            + "feeds; its first eight bytes are an unsigned big-endian number `x`. The first `x` below the largest "
                            + "multiple of the number of tickets n that fits in 2^64 decides: the index is `x` mod n.")
    Mono<DrawPublic> draw(
            @Parameter(description = "The giveaway's id", example = "6920f1a2b3c4d5e6f7081920") @PathVariable
                    String id) {
        return queries.ask(new FindDraw(AskedId.of(id)), DrawRecord.class).map(DrawPublic::of);
    }
}
