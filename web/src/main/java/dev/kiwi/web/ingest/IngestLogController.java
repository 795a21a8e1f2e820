package dev.kiwi.web.ingest;

import dev.kiwi.api.ingest.GetIngestLog;
import dev.kiwi.api.ingest.GetIngestLog.IngestLog;
import dev.kiwi.api.ingest.GetIngestLog.Row;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the bots sent (platform.md 15.3). */
@RestController
class IngestLogController {
    private final Queries queries;

    IngestLogController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/admin/ingest/log")
    @Gate(Gate.Kind.SUPERUSER_SESSION)
    @ReadsFrom(Projection.INGEST_LOG)
    Mono<List<Row>> log(
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String endpoint) {
        return queries.ask(new GetIngestLog(limit, endpoint), IngestLog.class).map(IngestLog::rows);
    }
}
