package dev.kiwi.api.release;

/** Query for the newest release of each platform, answered with {@link LatestReleases}. */
public record FindLatestReleases(Channel channel) {}
