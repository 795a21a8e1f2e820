package dev.kiwi.api.rotation;

import java.util.List;

/** Query for Luxion's runs, newest first. */
public record GetLuxionHistory(int limit, int offset) {
    /** @param count of the items @param total of all there are */
    public record LuxionHistory(List<SeenLuxionRun> items, int count, int total) {}

    /** In unix seconds. @param startedAt the first visit */
    public record SeenLuxionRun(long startedAt, long endsAt, long firstSeenAt, long lastSeenAt) {}
}
