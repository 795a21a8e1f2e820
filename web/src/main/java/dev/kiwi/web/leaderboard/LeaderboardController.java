package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.EntriesCursor;
import dev.kiwi.api.leaderboard.GetBoard;
import dev.kiwi.api.leaderboard.GetBoard.BoardOne;
import dev.kiwi.api.leaderboard.GetBoards;
import dev.kiwi.api.leaderboard.GetBoards.BoardList;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.api.leaderboard.GetEntries.EntryPage;
import dev.kiwi.api.leaderboard.GetPlayerHistory;
import dev.kiwi.api.leaderboard.GetPlayerHistory.History;
import dev.kiwi.api.leaderboard.GetTimestamps;
import dev.kiwi.api.leaderboard.GetTimestamps.Timestamps;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.InvalidParameter;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.responsecache.SharedResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads (leaderboards.md 10). */
@RestController
@Tag(name = "leaderboards", description = "Captures of the game's leaderboards")
@RequestMapping("/v1/leaderboards")
@Gate(value = Gate.Kind.SCOPE, scope = "leaderboards:read")
@ReadsFrom(Projection.LEADERBOARDS)
@SharedResponse
class LeaderboardController {
    private static final String CAPTURE = "The capture: a unix second as listed under timestamps."
            + " Captures of more than three days ago (unless configured otherwise) count against a second rate limit.";
    private static final String CURSOR = "`next_cursor` of the page before.";
    private static final String BOARD = "The number of the board, as in the list of boards";

    private final Queries queries;
    private final AskedAnchor anchors;

    LeaderboardController(Queries queries, AskedAnchor anchors) {
        this.queries = queries;
        this.anchors = anchors;
    }

    @GetMapping("/timestamps")
    @Operation(
            operationId = "listLeaderboardTimestamps",
            summary = "List the newest captures",
            description =
                    "Unix seconds, newest first; each is the `created_at` of the other reads. Also as CSV or NDJSON, "
                            + "by `Accept`.")
    Mono<Timestamps> timestamps(
            @Parameter(description = "How many captures at most") @RequestParam(defaultValue = "60") @Min(1) @Max(365)
                    int limit,
            @Parameter(description = "Only captures before this unix second; left out: the newest")
                    @RequestParam(required = false)
                    @Nullable
                    Long before) {
        return queries.ask(new GetTimestamps(limit, before), Timestamps.class);
    }

    @GetMapping
    @Operation(
            operationId = "listLeaderboards",
            summary = "List the boards of a capture",
            description = "The boards that had entries, by category, then by name. `reset_kind` says how "
                    + "often the game empties a board: `daily`, `weekly`, or never (`default`, "
                    + "`none`). `contest_type` is `daily` or `weekly` while there is a contest. Also as CSV or "
                    + "NDJSON, by `Accept`.")
    Mono<BoardList> boards(
            @Parameter(description = CAPTURE, example = "1795345200") @RequestParam("created_at") long createdAt,
            ServerWebExchange exchange) {
        return anchors.paid(createdAt, exchange).flatMap(anchor -> queries.ask(new GetBoards(anchor), BoardList.class));
    }

    @GetMapping("/{uuid}")
    @Operation(
            operationId = "getLeaderboard",
            summary = "Show one board and its contests",
            description = "`contests` has the captures in which there was a contest on the board; "
                    + "`contest_type` is always null here.")
    Mono<BoardOne> board(@Parameter(description = BOARD, example = "7001") @PathVariable int uuid) {
        return queries.ask(new GetBoard(uuid), BoardOne.class);
    }

    @GetMapping("/{uuid}/entries")
    @Operation(
            operationId = "listLeaderboardEntries",
            summary = "List the entries of a board in a capture",
            description = "By rank, with the change since the last capture of an earlier game day. "
                    + "`comparison.reason` is `ok`, `no_prior_snapshot` or `crossed_reset`; without a "
                    + "comparison the `prev_` and `_delta` fields are null. A positive `rank_delta` "
                    + "means climbed. `next_cursor` leads to the next page of the same capture. Also as CSV or NDJSON, "
                    + "by `Accept`.")
    @ApiResponse(responseCode = "200", description = "A page of the board", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "The capture of the cursor was replaced; begin anew")
    Mono<EntryPage> entries(
            @Parameter(description = BOARD, example = "7001") @PathVariable int uuid,
            @Parameter(description = CAPTURE + " Left out only with a cursor.", example = "1795345200")
                    @RequestParam(name = "created_at", required = false)
                    @Nullable
                    Long createdAt,
            @Parameter(description = "How many entries at most") @RequestParam(defaultValue = "100") @Min(1) @Max(1000)
                    int limit,
            @Parameter(description = "How many entries to skip") @RequestParam(defaultValue = "0") @Min(0) int offset,
            @Parameter(
                            description =
                                    CURSOR + " It has the capture and the place in it; `created_at` and `offset` do"
                                            + " not count beside it. 409 when the capture was replaced meanwhile.")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            ServerWebExchange exchange) {
        return anchor(createdAt, cursor, exchange)
                .flatMap(anchor -> queries.ask(new GetEntries(uuid, anchor, limit, offset, cursor), EntryPage.class));
    }

    private Mono<Long> anchor(@Nullable Long createdAt, @Nullable String cursor, ServerWebExchange exchange) {
        if (cursor != null) {
            return anchors.paidAgain(EntriesCursor.read(cursor).anchor(), exchange);
        }
        if (createdAt == null) {
            throw new InvalidParameter("query", "created_at", "Field required", "missing");
        }
        return anchors.paid(createdAt, exchange);
    }

    @GetMapping("/players/{name}/history")
    @Operation(
            operationId = "listPlayerHistory",
            summary = "List where a player stood",
            description = "Newest capture first, then by board. `leaderboard` is the number of the board; "
                    + "the `prev_` and `_delta` fields are always null here. A player who was never "
                    + "seen has no items. Also as CSV or NDJSON, by `Accept`.")
    Mono<History> history(
            @Parameter(description = "The player's name; upper and lower case are the same", example = "Mira")
                    @PathVariable
                    @StorableText
                    String name,
            @Parameter(description = "Only the board of this number; left out: all boards")
                    @RequestParam(required = false)
                    @Nullable
                    Integer uuid,
            @Parameter(description = "How many entries at most") @RequestParam(defaultValue = "50") @Min(1) @Max(500)
                    int limit,
            @Parameter(description = CURSOR + " New captures do not move what comes after it.")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor) {
        return queries.ask(new GetPlayerHistory(name, uuid, limit, cursor), History.class);
    }
}
