package dev.kiwi.command.schedule;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Runs what is due while this node leads, and tells what is known of every job. */
public final class Jobs implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long TICK_MS = 1_000;
    private static final Duration OVERDUE = Duration.ofMinutes(1);
    private static final Duration AFTER_AN_ABORT = Duration.ofMinutes(5);

    private final Map<String, ScheduledJob> jobs = new TreeMap<>();
    private final Leadership leadership;
    private final JobTable table;
    private final String node;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Instant since;
    private volatile boolean leading;
    private volatile Map<String, JobTable.Row> seen = Map.of();
    private @Nullable ScheduledExecutorService ticker;

    Jobs(List<ScheduledJob> jobs, Leadership leadership, JobTable table, String node, Clock clock) {
        this.leadership = leadership;
        this.table = table;
        this.node = node;
        this.clock = clock;
        this.since = clock.instant();
        for (ScheduledJob job : jobs) {
            if (this.jobs.put(job.name(), job) != null) {
                throw new IllegalArgumentException("Two jobs are named " + job.name());
            }
        }
    }

    /** Every job, by name. Blocks. */
    public List<JobStatus> list() {
        Map<String, JobTable.Row> rows = table.all();
        return jobs.values().stream()
                .map(job -> status(job, rows.getOrDefault(job.name(), JobTable.Row.NEVER_RUN)))
                .toList();
    }

    /**
     * Asks the leader to run a job at once, whichever node that is. Blocks.
     *
     * @throws Refusal 404 when there is no such job
     */
    public JobStatus runNow(String name) {
        ScheduledJob job = jobs.get(name);
        if (job == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no job \"" + name + "\".");
        }
        table.request(name);
        return status(job, table.all().getOrDefault(name, JobTable.Row.NEVER_RUN));
    }

    Collection<ScheduledJob> jobs() {
        return jobs.values();
    }

    /** True when this node led at its last look. */
    public boolean isLeading() {
        return leading;
    }

    /** Since the job last did its work, or since this node started; not a number on a node that does not lead. */
    double secondsSinceSuccess(ScheduledJob job) {
        Instant success = seen(job).succeededAt();
        return leading
                ? Duration.between(success == null ? since : success, clock.instant())
                                .toMillis()
                        / 1_000.0
                : Double.NaN;
    }

    /** 1 when the job's last run failed, else 0; not a number on a node that does not lead. */
    double failed(ScheduledJob job) {
        return leading ? seen(job).lastError() == null ? 0 : 1 : Double.NaN;
    }

    private JobTable.Row seen(ScheduledJob job) {
        return seen.getOrDefault(job.name(), JobTable.Row.NEVER_RUN);
    }

    /** One sentence for each thing that an operator has to see to, whichever node leads. Blocks. */
    public List<String> alarms() {
        Instant now = clock.instant();
        List<String> alarms = new ArrayList<>();
        for (JobStatus job : list()) {
            if (job.lastError() != null) {
                alarms.add("Job " + job.name() + " failed: read why in GET /admin/jobs, mend it, then POST /admin/jobs/"
                        + job.name() + "/run.");
            }
            if (job.nextDue() != null && job.nextDue().plus(OVERDUE).isBefore(now)) {
                alarms.add("Job " + job.name() + " is due since " + job.nextDue()
                        + " and nobody runs it: no node leads; see that one is up and reaches Postgres.");
            }
        }
        return alarms;
    }

    private JobStatus status(ScheduledJob job, JobTable.Row row) {
        return new JobStatus(
                job.name(),
                job.every().toSeconds(),
                row.running(),
                row.requested(),
                row.node(),
                row.startedAt(),
                row.finishedAt(),
                row.succeededAt(),
                row.lastResult(),
                row.lastError(),
                row.running() ? null : due(job, row, clock.instant()));
    }

    /** A job that never ran is due now; one that did not come to its end, maybe by its own fault, not at once. */
    private static Instant due(ScheduledJob job, JobTable.Row row, Instant now) {
        Instant started = row.startedAt();
        Instant finished = row.finishedAt();
        if (started == null) {
            return finished == null ? now : finished.plus(job.every());
        }
        return finished == null || finished.isBefore(started)
                ? started.plus(AFTER_AN_ABORT.compareTo(job.every()) < 0 ? AFTER_AN_ABORT : job.every())
                : finished.plus(job.every());
    }

    /** Looks once; what is due runs on a thread of its own. */
    void tick() {
        try {
            leading = leadership.lead();
            if (!leading) {
                return;
            }
            Map<String, JobTable.Row> rows = table.all();
            seen = rows;
            Instant now = clock.instant();
            for (ScheduledJob job : jobs.values()) {
                JobTable.Row row = rows.getOrDefault(job.name(), JobTable.Row.NEVER_RUN);
                // A row that says "running" though we do not run it was left by a leader that died.
                if ((row.requested() || !due(job, row, now).isAfter(now)) && running.add(job.name())) {
                    // Analyses compute for seconds; a virtual thread would keep its carrier from requests all that
                    // time.
                    Thread.ofPlatform().daemon().name("job-" + job.name()).start(() -> run(job));
                }
            }
        } catch (SQLException | DataAccessException e) {
            leading = false;
            LOG.warn("Scheduled work waits: {}", e.getMessage());
        }
    }

    private void run(ScheduledJob job) {
        try {
            table.started(job.name(), node);
            String result = job.work().run();
            table.finished(job.name(), result, null);
            LOG.debug("Job {}: {}", job.name(), result);
        } catch (Throwable e) {
            LOG.error("Job {} failed; it runs again in {}", job.name(), job.every(), e);
            noteFailure(job, e);
        } finally {
            running.remove(job.name());
        }
    }

    private void noteFailure(ScheduledJob job, Throwable failure) {
        try {
            table.finished(job.name(), null, failure.toString());
        } catch (DataAccessException e) {
            LOG.warn("The failure of job {} could not be noted: {}", job.name(), e.getMessage());
        }
    }

    @Override
    public synchronized void start() {
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("jobs").factory());
        ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (ticker != null) {
            ticker.shutdownNow();
            ticker = null;
        }
        leading = false;
        leadership.close();
    }

    @Override
    public synchronized boolean isRunning() {
        return ticker != null;
    }
}
