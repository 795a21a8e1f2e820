package dev.kiwi.web.telemetry;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.projection.telemetry.LogProjector;
import dev.kiwi.projection.telemetry.LogProjector.Standing;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The telemetry logs and their aggregates, for operators. */
@RestController
@RequestMapping("/admin/telemetry")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class TelemetryController {
    private final List<LogProjector> projectors;
    private final BlockingWork blocking;

    TelemetryController(List<LogProjector> projectors, BlockingWork blocking) {
        this.projectors = projectors;
        this.blocking = blocking;
    }

    @GetMapping
    Mono<List<Standing>> list() {
        return blocking.call(
                () -> projectors.stream().map(LogProjector::standing).toList());
    }

    /** Counts everything that is kept again, while reads go on with the old counts; answers when it is done. */
    @PostMapping("/{log}/rebuild")
    Mono<Rebuilt> rebuild(@PathVariable String log) {
        return blocking.call(() -> {
            LogProjector projector = projectors.stream()
                    .filter(one -> one.log().equals(log))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no log \"" + log + "\"."));
            return new Rebuilt(log, projector.rebuild());
        });
    }

    record Rebuilt(String log, long records) {}
}
