package dev.kiwi.web.position;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.AppliedPositions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node has written and answered without a wait for the read models. A query of one of them waits for it, so that
 * people see what they did a moment ago; a write pays nothing for readers that do not come (ADR 0033).
 */
public final class OwnWrites {
    private static final CompletableFuture<Boolean> NOTHING = CompletableFuture.completedFuture(true);

    private record Written(Projection readModel, long position) {
        static Written later(Written one, Written other) {
            return one.position > other.position ? one : other;
        }
    }

    private final Map<String, Written> newest = new ConcurrentHashMap<>();
    private final ClassValue<String> contexts = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> query) {
            String name = query.getPackageName();
            return name.substring(name.lastIndexOf('.') + 1);
        }
    };
    private final AppliedPositions positions;
    private final Duration atMost;

    OwnWrites(AppliedPositions positions, Duration atMost) {
        this.positions = positions;
        this.atMost = atMost;
    }

    /** @param position of the last event of the write */
    public void note(long position, Projection... readModels) {
        for (Projection readModel : readModels) {
            Written written = new Written(readModel, position);
            readModel.contexts().forEach(context -> newest.merge(context, written, Written::later));
        }
    }

    /** Completes when the read model of the query's context has applied the newest of them; with false when it is late. */
    public CompletableFuture<Boolean> seenBy(Object query) {
        Written written = newest.get(contexts.get(query.getClass()));
        return written == null
                ? NOTHING
                : positions.await(List.of(written.readModel().key()), written.position(), atMost);
    }
}
