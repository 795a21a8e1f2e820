package dev.kiwi.web.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.BoardInfo;
import dev.kiwi.api.leaderboard.CheaterReport;
import dev.kiwi.api.leaderboard.GetBoardChart;
import dev.kiwi.api.leaderboard.GetBoardChart.BoardChart;
import dev.kiwi.api.leaderboard.GetBoards;
import dev.kiwi.api.leaderboard.GetBoards.BoardList;
import dev.kiwi.api.leaderboard.GetTimestamps;
import dev.kiwi.api.leaderboard.GetTimestamps.Timestamps;
import dev.kiwi.projection.leaderboard.cheater.CheaterPass;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes anew what is made of captures (leaderboards.md 9). */
@RestController
@Tag(name = "leaderboards")
@RequestMapping("/v1/leaderboards")
@Gate(value = Gate.Kind.MASTER_INGEST, cooldown = false)
class RecomputeController {
    private static final int CHARTS_AT_ONCE = 6;
    private static final int CHART_DAYS = 7;
    private static final int CHART_LINES = 5;

    private final Queries queries;
    private final CheaterPass pass;
    private final AnalysisWaker waker;
    private final Invalidations invalidations;
    private final BlockingWork blocking;
    private final Clock clock;

    RecomputeController(
            Queries queries,
            CheaterPass pass,
            AnalysisWaker waker,
            Invalidations invalidations,
            BlockingWork blocking,
            Clock clock) {
        this.queries = queries;
        this.pass = pass;
        this.waker = waker;
        this.invalidations = invalidations;
        this.blocking = blocking;
        this.clock = clock;
    }

    record Warming(boolean warming) {}

    /** Either the first two or the last three. @param anchor null when there is no capture */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recomputed(
            @Nullable Boolean recomputing,
            @Nullable Integer redisSnapshotsCleared,
            @Nullable Long anchor,
            @Nullable Integer totalFlagged,
            @Nullable Integer boardsAnalyzed) {}

    /** @param keysCleared always 0: kept answers are dropped on every node, and nobody counts them */
    record ViewsRecomputed(
            boolean recomputed, int keysCleared, @Nullable Long anchor, int boardChartsWarmed) {}

    @PostMapping("/warm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "warmLeaderboards",
            summary = "Look for new captures at once",
            description =
                    "The leading node makes the report on cheaters and the players' totals of what was filed since.")
    Mono<Warming> warm() {
        return waker.wake().thenReturn(new Warming(true));
    }

    @PostMapping("/cheaters/recompute")
    @Operation(
            operationId = "recomputeCheaters",
            summary = "Make the report on cheaters anew",
            description =
                    "Takes seconds with a full capture. With `Prefer: respond-async` the report is forgotten and made"
                            + " after the answer.")
    @ApiResponse(responseCode = "200", description = "The new report is served", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "It is made in a moment", useReturnTypeSchema = true)
    Mono<ResponseEntity<Recomputed>> cheaters(
            @Parameter(description = "`respond-async` for an answer at once", example = "respond-async")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer) {
        if (prefer != null && prefer.contains("respond-async")) {
            return blocking.call(pass::forget)
                    .flatMap(cleared -> waker.wake()
                            .thenReturn(
                                    ResponseEntity.accepted().body(new Recomputed(true, cleared, null, null, null))));
        }
        return blocking.call(pass::recompute).map(report -> ResponseEntity.ok(recomputed(report)));
    }

    private static Recomputed recomputed(CheaterReport report) {
        return new Recomputed(null, null, report.anchor(), report.totalFlagged(), report.boardsAnalyzed());
    }

    @PostMapping("/views/recompute")
    @Operation(
            operationId = "recomputeLeaderboardViews",
            summary = "Forget kept answers and make the newest capture's charts",
            description =
                    "Every node drops the answers that it has kept; then the seven-day chart of each board is read.")
    Mono<ViewsRecomputed> views() {
        invalidations.publish("read-model", Projection.LEADERBOARDS.key());
        return queries.ask(new GetTimestamps(1), Timestamps.class)
                .flatMap(newest -> newest.items().isEmpty()
                        ? Mono.just(new ViewsRecomputed(true, 0, null, 0))
                        : warmed(newest.items().getFirst()));
    }

    private Mono<ViewsRecomputed> warmed(long anchor) {
        long now = clock.instant().getEpochSecond();
        return queries.ask(new GetBoards(anchor), BoardList.class)
                .map(BoardList::items)
                .defaultIfEmpty(List.of())
                .flatMapMany(Flux::fromIterable)
                .map(BoardInfo::uuid)
                .flatMap(
                        uuid -> queries.ask(new GetBoardChart(uuid, CHART_DAYS, CHART_LINES, now), BoardChart.class),
                        CHARTS_AT_ONCE)
                .count()
                .map(count -> new ViewsRecomputed(true, 0, anchor, count.intValue()));
    }
}
