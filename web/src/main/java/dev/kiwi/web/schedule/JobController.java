package dev.kiwi.web.schedule;

import dev.kiwi.command.schedule.JobStatus;
import dev.kiwi.command.schedule.Jobs;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Scheduled work: what ran when, where and with what result, and a run out of turn. */
@RestController
@RequestMapping("/admin/jobs")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class JobController {
    private final Jobs jobs;
    private final BlockingWork blocking;

    JobController(Jobs jobs, BlockingWork blocking) {
        this.jobs = jobs;
        this.blocking = blocking;
    }

    @GetMapping
    Mono<List<JobStatus>> list() {
        return blocking.call(jobs::list);
    }

    /** 202: the leader runs it within a second or so. */
    @PostMapping("/{name}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<JobStatus> run(@PathVariable String name) {
        return blocking.call(() -> jobs.runNow(name));
    }
}
