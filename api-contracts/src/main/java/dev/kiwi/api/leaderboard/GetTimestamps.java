package dev.kiwi.api.leaderboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest anchors that hold entries.
 *
 * @param before only those before this anchor; null for no bound
 */
public record GetTimestamps(int limit, @Nullable Long before) {
    public GetTimestamps(int limit) {
        this(limit, null);
    }

    /** @param items anchors, newest first */
    public record Timestamps(List<Long> items, int count) {}
}
