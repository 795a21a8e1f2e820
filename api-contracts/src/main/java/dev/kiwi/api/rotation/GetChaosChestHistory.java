package dev.kiwi.api.rotation;

import java.util.List;

/** Query for captured chaos chests, newest week first. */
public record GetChaosChestHistory(int limit, int offset) {
    /** @param count of the items @param total of all there are */
    public record ChaosChestHistory(List<ChaosChestWeek> items, int count, int total) {}

    /** In unix seconds. */
    public record ChaosChestWeek(long weekAnchor, long weekEndsAt, String name, long capturedAt) {}
}
