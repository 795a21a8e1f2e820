package dev.kiwi.projection.machinery;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an operator does with projections. Unknown names are refused with 404, impossible transitions with 409. */
public interface ProjectionAdmin {
    List<Status> list();

    Status get(String name);

    void pause(String name);

    void resume(String name);

    /** Starts a shadow rebuild and returns at once; refused with 409 while one is running, and for a process manager. */
    void replay(String name);

    /**
     * As {@link #replay}, and while one is running asks for another, which begins on its own when that one has ended,
     * on whatever node; also after a restart.
     *
     * @return false when it has to wait
     */
    boolean replayNext(String name);

    /** The running or last rebuild of this process; null when there was none. */
    @Nullable
    Rebuild rebuild(String name);

    /** Calls back on every progress change of any rebuild, until the returned handle is closed. */
    AutoCloseable onProgress(Consumer<Rebuild> listener);

    List<Letter> deadLetters(String name, int limit, int offset);

    /** Processes the letter's whole sequence from its head; true when nothing of it is left. */
    boolean retry(String name, String letterId);

    void evict(String name, String letterId);

    /**
     * @param state {@code running}, {@code paused}, {@code rebuilding}, {@code stalled} or {@code failed}
     * @param position applied; -1 for none
     * @param head of the event store
     * @param eventsPerSecond recent rate
     * @param deadLetters stored letters
     * @param lastError newest error's first line
     * @param alarms one sentence for each thing that an operator has to see to, with what to do
     */
    record Status(
            String name,
            String storage,
            String state,
            long position,
            long head,
            long lag,
            double eventsPerSecond,
            int segments,
            long deadLetters,
            @Nullable String lastError,
            List<String> alarms,
            @Nullable Rebuild rebuild) {}

    /**
     * @param phase {@code building}, {@code indexing}, {@code swapping}, {@code done} or {@code failed}
     * @param etaSeconds null while unknown
     * @param checksumBefore of the replaced version's rows at the swap; equal to {@code checksumAfter} when the rebuild gave the same rows
     */
    record Rebuild(
            String name,
            String phase,
            long done,
            long total,
            double eventsPerSecond,
            @Nullable Double etaSeconds,
            @Nullable String checksumBefore,
            @Nullable String checksumAfter,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {}

    record Letter(
            String id,
            String sequence,
            long index,
            String eventType,
            String eventId,
            @Nullable Long position,
            String error,
            Instant enqueuedAt,
            @Nullable Instant lastTouched,
            int attempts,
            String payload) {}
}
