package dev.kiwi.api.leaderboard;

/** The last report; never computes one. */
public record GetCheaters() {

    /** @param version changes with the report, for its ETag */
    public record Published(String version, CheaterReport report) {}
}
