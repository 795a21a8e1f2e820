package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.ListCaptures;
import dev.kiwi.api.leaderboard.ListCaptures.CaptureList;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which captures are held; a backfill asks before it files the rest. */
@RestController
class CaptureListController {
    private final Queries queries;

    CaptureListController(Queries queries) {
        this.queries = queries;
    }

    /** By ascending anchor. @param after {@code next_after} of the answer before */
    @GetMapping("/admin/leaderboards/captures")
    @Gate(Gate.Kind.SUPERUSER_SESSION)
    @ReadsFrom(Projection.LEADERBOARDS)
    Mono<CaptureList> captures(
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int limit) {
        return queries.ask(new ListCaptures(after, limit), CaptureList.class);
    }
}
