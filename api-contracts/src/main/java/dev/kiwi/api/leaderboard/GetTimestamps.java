package dev.kiwi.api.leaderboard;

import java.util.List;

/** The newest anchors that hold entries. */
public record GetTimestamps(int limit) {
    /** @param items anchors, newest first */
    public record Timestamps(List<Long> items, int count) {}
}
