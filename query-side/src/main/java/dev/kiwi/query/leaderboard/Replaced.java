package dev.kiwi.query.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.function.Supplier;

/** A capture was replaced, or all were reset, between two statements of one answer. */
final class Replaced extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int ATTEMPTS = 5;

    Replaced() {
        super("the capture was replaced while it was read", null, false, false);
    }

    /** Reads until one answer comes from one state; refused with 503 when the state does not hold still. */
    static <T> T retry(Supplier<T> read) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return read.get();
            } catch (Replaced again) {
                // The next attempt reads the new state.
                continue;
            }
        }
        throw new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "The capture is being replaced; try again in a second.");
    }
}
