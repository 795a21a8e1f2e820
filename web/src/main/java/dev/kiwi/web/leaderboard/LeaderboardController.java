package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
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
@RequestMapping("/v1/leaderboards")
@Gate(value = Gate.Kind.SCOPE, scope = "leaderboards:read")
@ReadsFrom(Projection.LEADERBOARDS)
class LeaderboardController {
    private final Queries queries;
    private final AskedAnchor anchors;

    LeaderboardController(Queries queries, AskedAnchor anchors) {
        this.queries = queries;
        this.anchors = anchors;
    }

    @GetMapping("/timestamps")
    Mono<Timestamps> timestamps(@RequestParam(defaultValue = "60") @Min(1) @Max(365) int limit) {
        return queries.ask(new GetTimestamps(limit), Timestamps.class);
    }

    @GetMapping
    Mono<BoardList> boards(@RequestParam("created_at") long createdAt, ServerWebExchange exchange) {
        return anchors.paid(createdAt, exchange).flatMap(anchor -> queries.ask(new GetBoards(anchor), BoardList.class));
    }

    @GetMapping("/{uuid}")
    Mono<BoardOne> board(@PathVariable int uuid) {
        return queries.ask(new GetBoard(uuid), BoardOne.class);
    }

    @GetMapping("/{uuid}/entries")
    Mono<EntryPage> entries(
            @PathVariable int uuid,
            @RequestParam("created_at") long createdAt,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset,
            ServerWebExchange exchange) {
        return anchors.paid(createdAt, exchange)
                .flatMap(anchor -> queries.ask(new GetEntries(uuid, anchor, limit, offset), EntryPage.class));
    }

    @GetMapping("/players/{name}/history")
    Mono<History> history(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer uuid,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return queries.ask(new GetPlayerHistory(name, uuid, limit), History.class);
    }
}
