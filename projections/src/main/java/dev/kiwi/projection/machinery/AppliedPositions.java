package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** How far the live read models are, on whatever node they run. Positions are dense and follow commit order. */
public interface AppliedPositions {
    /** Position that the projection has applied, and all before it; -1 when it has applied none. */
    long applied(String projection);

    /**
     * Completes with true as soon as each named projection has applied {@code position}, with false when the time is
     * up first. Never blocks the caller.
     */
    CompletableFuture<Boolean> await(Collection<String> projections, long position, Duration atMost);
}
