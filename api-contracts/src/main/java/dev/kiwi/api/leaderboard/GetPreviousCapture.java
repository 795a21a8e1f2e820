package dev.kiwi.api.leaderboard;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest capture below an anchor, as far as the completeness of the next one can be judged by it. */
public record GetPreviousCapture(long anchor) {

    /** @param anchor null when there is none; @param entries by number of the board */
    public record PreviousCapture(@Nullable Long anchor, Map<Integer, Integer> entries) {}
}
