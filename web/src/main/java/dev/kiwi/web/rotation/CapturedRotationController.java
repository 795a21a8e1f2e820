package dev.kiwi.web.rotation;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.rotation.ChaosChest;
import dev.kiwi.api.rotation.GetChallenge;
import dev.kiwi.api.rotation.GetChallenge.CurrentChallenge;
import dev.kiwi.api.rotation.GetChallengeHistory;
import dev.kiwi.api.rotation.GetChallengeHistory.ChallengeHistory;
import dev.kiwi.api.rotation.GetChaosChest;
import dev.kiwi.api.rotation.GetChaosChestHistory;
import dev.kiwi.api.rotation.GetChaosChestHistory.ChaosChestHistory;
import dev.kiwi.api.rotation.GetLuxion;
import dev.kiwi.api.rotation.GetLuxionHistory;
import dev.kiwi.api.rotation.GetLuxionHistory.LuxionHistory;
import dev.kiwi.api.rotation.Luxion;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What bots have captured (rotations.md 3, 4). With a moment: what is known for that moment. */
@RestController
@Tag(name = "rotations")
@RequestMapping("/v1/rotations")
@Gate(value = Gate.Kind.PUBLIC, scope = "rotations:read")
@ReadsFrom(Projection.TROVE)
@SharedResponse
class CapturedRotationController {
    private static final String LIMIT = "How many at most";
    private static final String OFFSET = "How many to skip";

    private final RotationReads reads;
    private final Queries queries;

    CapturedRotationController(RotationReads reads, Queries queries) {
        this.reads = reads;
        this.queries = queries;
    }

    @GetMapping("/chaos-chest")
    @Operation(
            operationId = "getChaosChest",
            summary = "Show what the chaos chest holds this week",
            description = "`item` is null until somebody has said. `image_url` is null without a `blueprint`.")
    Mono<ChaosChest> chaosChest(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.each(at, GetChaosChest::new, ChaosChest.class, exchange);
    }

    @GetMapping("/chaos-chest/history")
    @Operation(operationId = "listChaosChests", summary = "List captured chaos chests, newest week first")
    Mono<ChaosChestHistory> chaosChests(
            @Parameter(description = LIMIT) @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Parameter(description = OFFSET) @RequestParam(defaultValue = "0") @Min(0) int offset) {
        return queries.ask(new GetChaosChestHistory(limit, offset), ChaosChestHistory.class);
    }

    @GetMapping("/challenge/current")
    @Operation(
            operationId = "getChallenge",
            summary = "Show the latest hourly challenge",
            description = "Twenty minutes from every full hour, on the game's Friday from every half hour too. The "
                    + "window is the latest that has begun; `name`, `type` and `captured_at` are null until a bot has "
                    + "seen it. `type` is `collection`, `rampage`, `racing`, `target` or `dungeon`.")
    Mono<CurrentChallenge> challenge(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.each(at, GetChallenge::new, CurrentChallenge.class, exchange);
    }

    @GetMapping("/challenge/history")
    @Operation(operationId = "listChallenges", summary = "List captured challenges, newest first")
    Mono<ChallengeHistory> challenges(
            @Parameter(description = LIMIT) @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @Parameter(description = OFFSET) @RequestParam(defaultValue = "0") @Min(0) int offset) {
        return queries.ask(new GetChallengeHistory(limit, offset), ChallengeHistory.class);
    }

    @GetMapping("/luxion")
    @Operation(
            operationId = "getLuxion",
            summary = "Show Luxion's newest run of visits",
            description = "Seven visits of three hours, 27 hours apart. All is null or empty until Luxion was seen.")
    Mono<Luxion> luxion(
            @Parameter(description = RotationReads.AT) @RequestParam(required = false) @Nullable Long at,
            ServerWebExchange exchange) {
        return reads.each(at, GetLuxion::new, Luxion.class, exchange);
    }

    @GetMapping("/luxion/history")
    @Operation(operationId = "listLuxionRuns", summary = "List Luxion's runs, newest first")
    Mono<LuxionHistory> luxionRuns(
            @Parameter(description = LIMIT) @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Parameter(description = OFFSET) @RequestParam(defaultValue = "0") @Min(0) int offset) {
        return queries.ask(new GetLuxionHistory(limit, offset), LuxionHistory.class);
    }
}
