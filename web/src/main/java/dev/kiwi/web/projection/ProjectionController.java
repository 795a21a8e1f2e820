package dev.kiwi.web.projection;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.projection.machinery.ProjectionAdmin;
import dev.kiwi.projection.machinery.ProjectionAdmin.Letter;
import dev.kiwi.projection.machinery.ProjectionAdmin.Status;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an operator does with projections. */
@RestController
@RequestMapping("/admin/projections")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class ProjectionController {
    private final ProjectionAdmin projections;
    private final BlockingWork threads;

    ProjectionController(ProjectionAdmin projections, BlockingWork threads) {
        this.projections = projections;
        this.threads = threads;
    }

    @GetMapping
    Mono<List<Status>> list() {
        return threads.call(projections::list);
    }

    @GetMapping("/{name}")
    Mono<Status> get(@PathVariable String name) {
        return threads.call(() -> projections.get(name));
    }

    @PostMapping("/{name}/pause")
    Mono<Status> pause(@PathVariable String name) {
        return then(name, () -> projections.pause(name));
    }

    @PostMapping("/{name}/resume")
    Mono<Status> resume(@PathVariable String name) {
        return then(name, () -> projections.resume(name));
    }

    /** 202: the rebuild runs on; its progress is in the projection's {@code rebuild} and on the stream. */
    @PostMapping("/{name}/replay")
    @StepUp
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Status> replay(@PathVariable String name) {
        return then(name, () -> projections.replay(name));
    }

    private Mono<Status> then(String name, Runnable action) {
        Callable<Status> work = () -> {
            action.run();
            return projections.get(name);
        };
        return threads.call(work);
    }

    @GetMapping("/{name}/dead-letters")
    Mono<Letters> deadLetters(
            @PathVariable String name,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        Letters.check(limit, offset);
        return threads.call(() -> new Letters(projections.deadLetters(name, limit, offset), limit, offset));
    }

    @PostMapping("/{name}/dead-letters/{id}/retry")
    Mono<Retried> retry(@PathVariable String name, @PathVariable String id) {
        return threads.call(() -> new Retried(projections.retry(name, id)));
    }

    @PostMapping("/{name}/dead-letters/{id}/evict")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> evict(@PathVariable String name, @PathVariable String id) {
        return threads.call(() -> {
                    projections.evict(name, id);
                    return true;
                })
                .then();
    }

    /** @param resolved true when nothing of the letter's sequence is left */
    record Retried(boolean resolved) {}

    record Letters(List<Letter> items, int limit, int offset) {
        static void check(int limit, int offset) {
            if (limit < 1 || limit > 200 || offset < 0) {
                throw new Refusal(ErrorCode.BAD_REQUEST, "limit is 1 to 200, offset 0 or more");
            }
        }
    }
}
