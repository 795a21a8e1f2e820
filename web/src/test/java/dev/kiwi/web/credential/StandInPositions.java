package dev.kiwi.web.credential;

import dev.kiwi.projection.machinery.AppliedPositions;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Positions of projections that catch up when somebody waits for them. */
final class StandInPositions implements AppliedPositions {
    private final Runnable catchUp;
    long awaited = -1;

    StandInPositions(Runnable catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public long applied(String projection) {
        return -1;
    }

    @Override
    public CompletableFuture<Boolean> await(Collection<String> projections, long position, Duration atMost) {
        awaited = position;
        catchUp.run();
        return CompletableFuture.completedFuture(true);
    }
}
