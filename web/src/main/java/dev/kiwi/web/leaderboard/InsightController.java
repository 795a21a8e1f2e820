package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.ComparePlayers;
import dev.kiwi.api.leaderboard.ComparePlayers.PlayerComparison;
import dev.kiwi.api.leaderboard.GetBoardHealth;
import dev.kiwi.api.leaderboard.GetBoardHealth.BoardHealth;
import dev.kiwi.api.leaderboard.GetCutoffs;
import dev.kiwi.api.leaderboard.GetCutoffs.Cutoffs;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a capture says beyond its rows: health (leaderboards.md 12), cut-offs, players side by side. */
@RestController
@Tag(name = "leaderboards")
@RequestMapping("/v1/leaderboards")
@Gate(value = Gate.Kind.SCOPE, scope = "leaderboards:read")
@ReadsFrom(Projection.LEADERBOARDS)
@SharedResponse
class InsightController {
    private static final String BOARD = "The number of the board, as in the list of boards";
    private static final String CAPTURE = "The capture: a unix second as listed under timestamps; left out: the newest."
            + " Captures of more than three days ago (unless configured otherwise) count against a second rate limit.";

    private final Queries queries;
    private final AskedAnchor anchors;

    InsightController(Queries queries, AskedAnchor anchors) {
        this.queries = queries;
        this.anchors = anchors;
    }

    @GetMapping("/{uuid}/health")
    @Operation(
            operationId = "getLeaderboardHealth",
            summary = "Show how lively and how even a board is",
            description = "From the first 50 rows of the board's newest capture and the last capture of an earlier game"
                    + " day. Figures that need a comparison are null where the two do not compare.")
    Mono<BoardHealth> health(@Parameter(description = BOARD, example = "7001") @PathVariable int uuid) {
        return queries.ask(new GetBoardHealth(uuid), BoardHealth.class);
    }

    @GetMapping("/{uuid}/cutoffs")
    @Operation(
            operationId = "getLeaderboardCutoffs",
            summary = "Show what a rank takes",
            description =
                    "`cutoffs` has the score at each asked place, and how it has moved since the last capture of an"
                            + " earlier game day; `percentiles` the score that the best 1, 5, 10, 25, 50 and 75 in a hundred"
                            + " have at least; `placed` the place that `score` would take. As CSV or NDJSON, by `Accept`, it"
                            + " is the `cutoffs` alone.")
    Mono<Cutoffs> cutoffs(
            @Parameter(description = BOARD, example = "7001") @PathVariable int uuid,
            @Parameter(description = CAPTURE) @RequestParam(name = "created_at", required = false) @Nullable
                    Long createdAt,
            @Parameter(description = "Places to look at, 50 at most")
                    @RequestParam(defaultValue = "1,3,10,25,50,100,250,500,1000")
                    @Size(min = 1, max = 50)
                    List<@Min(1) @Max(1_000_000) Integer> ranks,
            @Parameter(description = "A score whose place is wanted")
                    @RequestParam(required = false)
                    @DecimalMin("-1e300")
                    @DecimalMax("1e300")
                    @Nullable
                    Double score,
            ServerWebExchange exchange) {
        return anchors.paidIfAny(createdAt, exchange)
                .flatMap(anchor -> queries.ask(
                        new GetCutoffs(
                                uuid,
                                anchor.orElse(null),
                                ranks.stream().sorted().distinct().toList(),
                                score),
                        Cutoffs.class));
    }

    @GetMapping("/compare")
    @Operation(
            operationId = "comparePlayers",
            summary = "Show players side by side",
            description =
                    "All boards of one capture that list at least one of the players. `standings` are in the order"
                            + " of the players, null where one is not listed; `wins` counts the boards on which nobody of"
                            + " them stands better.")
    Mono<PlayerComparison> compare(
            @Parameter(description = "A player's name; 2 to 10 of them", example = "[\"Mira\", \"Old Tom\"]")
                    @RequestParam
                    @Size(min = 2, max = 10)
                    List<@StorableText String> player,
            @Parameter(description = CAPTURE) @RequestParam(name = "created_at", required = false) @Nullable
                    Long createdAt,
            ServerWebExchange exchange) {
        return anchors.paidIfAny(createdAt, exchange)
                .flatMap(
                        anchor -> queries.ask(new ComparePlayers(player, anchor.orElse(null)), PlayerComparison.class));
    }
}
