package dev.kiwi.web.schedule;

import dev.kiwi.command.schedule.Jobs;
import dev.kiwi.web.pending.OpenQueue;
import java.util.List;
import org.springframework.stereotype.Component;

/** Jobs whose last run failed, each by its name. */
@Component
final class FailedJobs implements OpenQueue {
    private final Jobs jobs;

    FailedJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String tab() {
        return "jobs";
    }

    @Override
    public List<Waiting> waiting() {
        return jobs.list().stream()
                .filter(job -> job.lastError() != null)
                .map(job -> new Waiting(job.name(), 1))
                .toList();
    }
}
