package dev.kiwi.command.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/**
 * {@code kiwi.leader}, and of each job {@code kiwi.job.age}, {@code .interval} and {@code .failed}, which only the leader
 * knows. The tag is {@code name}: Prometheus keeps {@code job} for itself.
 */
final class JobMetrics implements MeterBinder {
    private final Jobs jobs;

    JobMetrics(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("kiwi.leader", jobs, node -> node.isLeading() ? 1 : 0)
                .description("1 on the node that does the scheduled work")
                .register(registry);
        for (ScheduledJob job : jobs.jobs()) {
            gauge(job, "kiwi.job.age", node -> node.secondsSinceSuccess(job))
                    .description("Since the job last succeeded")
                    .baseUnit("seconds")
                    .register(registry);
            gauge(job, "kiwi.job.interval", node -> job.every().toSeconds())
                    .description("From the end of one run to the begin of the next")
                    .baseUnit("seconds")
                    .register(registry);
            gauge(job, "kiwi.job.failed", node -> node.failed(job))
                    .description("1 when the job's last run failed")
                    .register(registry);
        }
    }

    private Gauge.Builder<Jobs> gauge(ScheduledJob job, String name, ToDoubleFunction<Jobs> value) {
        return Gauge.builder(name, jobs, value).tag("name", job.name());
    }
}
