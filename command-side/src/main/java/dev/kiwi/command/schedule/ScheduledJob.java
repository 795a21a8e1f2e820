package dev.kiwi.command.schedule;

import java.time.Duration;

/**
 * A job; every bean of this type is run by the leading node.
 *
 * @param name unique, in kebab case
 * @param every from the end of one run to the begin of the next
 * @param work what is done
 */
public record ScheduledJob(String name, Duration every, Work work) {
    public ScheduledJob {
        if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("Not a job's name: " + name);
        }
    }

    /** May block; runs on a thread of its own, never twice at once. */
    @FunctionalInterface
    public interface Work {
        /** Does it, and tells the admin about it in one line, such as {@code "3 blobs deleted"}. */
        String run() throws Exception;
    }
}
