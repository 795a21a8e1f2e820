package dev.kiwi.command.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a job, over all nodes.
 *
 * @param everySeconds from the end of one run to the begin of the next
 * @param running started and not finished; after a crash until the next run
 * @param node that ran it last
 * @param succeededAt end of the last run that did not fail
 * @param lastResult its one line; null before the first run and after a failure
 * @param lastError null after a success
 * @param nextDue null while it runs; in the past while there is no leader
 */
public record JobStatus(
        String name,
        long everySeconds,
        boolean running,
        boolean requested,
        @Nullable String node,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant succeededAt,
        @Nullable String lastResult,
        @Nullable String lastError,
        @Nullable Instant nextDue) {}
