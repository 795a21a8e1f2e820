package dev.kiwi.web.activity;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Computing history again (activity.md A7, B4): players and classes are one read model, so either does both. */
@RestController
@Tag(name = "activity")
@Gate(value = Gate.Kind.MASTER_INGEST, cooldown = false)
class BackfillController {
    private static final String DAYS = "Accepted; all of history is computed";
    private static final String ALWAYS = "Accepted; what is stored is always computed again";

    private final ActivityReplay replay;
    private final BlockingWork blocking;

    BackfillController(ActivityReplay replay, BlockingWork blocking) {
        this.replay = replay;
        this.blocking = blocking;
    }

    /**
     * @param force whether windows that are stored were to be computed again, which they are in any case
     * @param message what happens now
     */
    record ActivityBackfillReply(
            boolean accepted, int totalDays, int chunkDays, boolean force, boolean reset, String message) {}

    /** As {@link ActivityBackfillReply}. */
    record ClassBackfillReply(boolean accepted, int totalDays, boolean force, boolean reset, String message) {}

    @PostMapping("/v1/activity/backfill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "backfillActivity",
            summary = "Compute the activity of players again",
            description =
                    "From all captures, beside what is served, which is replaced at the end. The progress is that "
                            + "of the projection `activity`.")
    Mono<ActivityBackfillReply> players(
            @Parameter(description = DAYS) @RequestParam(name = "total_days", defaultValue = "400") @Min(0) @Max(1000)
                    int totalDays,
            @Parameter(description = "Accepted; has no effect")
                    @RequestParam(name = "chunk_days", defaultValue = "14")
                    @Min(1)
                    @Max(60)
                    int chunkDays,
            @Parameter(description = ALWAYS) @RequestParam(defaultValue = "false") boolean force,
            @Parameter(description = ALWAYS) @RequestParam(defaultValue = "false") boolean reset) {
        return blocking.call(replay::request)
                .map(message -> new ActivityBackfillReply(true, totalDays, chunkDays, force || reset, reset, message));
    }

    @PostMapping("/v1/class-activity/backfill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "backfillClassActivity",
            summary = "Compute the activity of classes again",
            description = "From all captures, with the thresholds of now, beside what is served, which is replaced at "
                    + "the end. The progress is that of the projection `activity`.")
    Mono<ClassBackfillReply> classes(
            @Parameter(description = DAYS) @RequestParam(name = "total_days", defaultValue = "400") @Min(0) @Max(1000)
                    int totalDays,
            @Parameter(description = ALWAYS) @RequestParam(defaultValue = "false") boolean force,
            @Parameter(description = ALWAYS) @RequestParam(defaultValue = "false") boolean reset) {
        return blocking.call(replay::request)
                .map(message -> new ClassBackfillReply(true, totalDays, force || reset, reset, message));
    }
}
