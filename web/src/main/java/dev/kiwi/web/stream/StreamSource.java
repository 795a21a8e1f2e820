package dev.kiwi.web.stream;

import dev.kiwi.api.kernel.Projection;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something whose changes the stream tells of (feeds-events.md B1). Every node asks its own and finds the same. */
public interface StreamSource {
    /** The message's type, for example {@code longshade}. */
    String type();

    /** The read models whose advance may change it; none for what is computed from the time alone. */
    Set<Projection> readsFrom();

    /** How it is at a moment. May block: it is asked on a virtual thread. One that fails is asked again. */
    State at(Instant now);

    /**
     * @param data as in the endpoint's answer; encoded as the application encodes answers
     * @param signature changes exactly when there is news, and is the same on all nodes; null while it is quiet
     * @param nextChange when it changes by itself, later than now; null for never
     */
    record State(
            Object data,
            @Nullable String signature,
            @Nullable Instant nextChange) {
        private static final Object NOTHING = new Object();

        /** Nothing to tell. @param nextChange when that may be over by itself; null for never */
        public static State quiet(@Nullable Instant nextChange) {
            return new State(NOTHING, null, nextChange);
        }
    }
}
