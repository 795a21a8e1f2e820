package dev.kiwi.web.leaderboard;

import dev.kiwi.api.activity.CountEstimates;
import dev.kiwi.api.activity.CountEstimates.Estimates;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.GetTotals;
import dev.kiwi.api.leaderboard.GetTotals.Totals;
import dev.kiwi.api.leaderboard.ResetLeaderboards;
import dev.kiwi.command.leaderboard.BacklogReingest;
import dev.kiwi.command.leaderboard.DumpBacklog;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.RequestId;
import dev.kiwi.web.submission.SubmissionLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.Map;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Resetting and filing again (leaderboards.md 8, 9). */
@RestController
@Tag(name = "leaderboards")
@RequestMapping("/v1/leaderboards")
@Gate(value = Gate.Kind.MASTER_INGEST, cooldown = false)
class MaintenanceController {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceController.class);

    private final Commands commands;
    private final Queries queries;
    private final BacklogReingest reingest;
    private final DumpBacklog backlog;
    private final SubmissionLog log;
    private final IngestThreads threads;
    private final AnalysisWaker waker;

    MaintenanceController(
            Commands commands,
            Queries queries,
            BacklogReingest reingest,
            DumpBacklog backlog,
            SubmissionLog log,
            IngestThreads threads,
            AnalysisWaker waker) {
        this.commands = commands;
        this.queries = queries;
        this.reingest = reingest;
        this.backlog = backlog;
        this.log = log;
        this.threads = threads;
        this.waker = waker;
    }

    /** Figures are those before the reset. */
    record ResetReply(
            boolean reset,
            long hotEntriesDeleted,
            int archiveEntriesDeleted,
            int activityEstimatesDeleted,
            int boardsDeleted,
            boolean droppedBoards,
            int redisKeysCleared) {
        private static ResetReply of(boolean dropBoards, Totals before, Estimates activity) {
            int boards = dropBoards ? before.boards() : 0;
            return new ResetReply(true, before.entries(), 0, activity.windows(), boards, dropBoards, 0);
        }
    }

    @PostMapping("/reset")
    @StepUp
    @Operation(
            operationId = "resetLeaderboards",
            summary = "Delete all captures",
            description = "The figures are those from before the reset.")
    Mono<ResetReply> reset(
            @Parameter(description = "Delete the boards too, not only their entries")
                    @RequestParam(name = "drop_boards", defaultValue = "false")
                    boolean dropBoards,
            Caller caller,
            ServerWebExchange exchange) {
        try (var requestId = RequestId.onLog(exchange)) {
            LOG.warn("Leaderboards are being reset by {}", caller.actor());
        }
        return Mono.zip(queries.ask(new GetTotals(), Totals.class), queries.ask(new CountEstimates(), Estimates.class))
                .flatMap(before -> commands.sendAndAwait(
                                new ResetLeaderboards(dropBoards),
                                exchange,
                                Projection.LEADERBOARDS,
                                Projection.ACTIVITY)
                        // What was made of the captures is forgotten too.
                        .doOnNext(done -> waker.wakeOnceServed(done.position()))
                        .map(done -> ResetReply.of(dropBoards, before.getT1(), before.getT2())))
                .flatMap(reply -> log.success(exchange, caller, "/v1/leaderboards/reset", summary(reply))
                        .thenReturn(reply));
    }

    private static Map<String, @Nullable Object> summary(ResetReply reply) {
        Map<String, @Nullable Object> summary = new HashMap<>();
        summary.put("hot_entries_deleted", reply.hotEntriesDeleted());
        summary.put("activity_estimates_deleted", reply.activityEstimatesDeleted());
        summary.put("boards_deleted", reply.boardsDeleted());
        summary.put("dropped_boards", reply.droppedBoards());
        return summary;
    }

    @PostMapping("/reingest-backlog")
    @StepUp
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "reingestLeaderboards",
            summary = "File the kept dumps again",
            description = "Runs on after the answer; its status tells how far it is. With an empty backlog "
                    + "nothing is started, and `message` says so in place of `clear_first`.")
    Mono<ReingestStarted> reingest(
            @Parameter(description = "Delete all captures first")
                    @RequestParam(name = "clear_first", defaultValue = "false")
                    boolean clearFirst,
            Caller caller) {
        String run = "reingest-" + new ObjectId();
        CommandContext context = new CommandContext(caller.actor(), caller.accountId(), run, run, null, null);
        return Mono.fromCallable(() -> reingest.start(clearFirst, context))
                .subscribeOn(threads.scheduler())
                .map(files -> ReingestStarted.of(files, clearFirst));
    }

    @GetMapping("/reingest-status")
    @Operation(
            operationId = "getLeaderboardReingest",
            summary = "Show how far filing again is",
            description = "Times are unix seconds. `phase` is null before any run, `reading` while files are filed, "
                    + "`recomputing` until the activity of them is served, then `done`; `errors` has the first 25.")
    Mono<ReingestReply> status() {
        return Mono.fromCallable(() -> ReingestReply.of(reingest.status(), backlog))
                .subscribeOn(threads.scheduler());
    }
}
