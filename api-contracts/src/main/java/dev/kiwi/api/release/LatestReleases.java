package dev.kiwi.api.release;

import java.util.Map;

/**
 * @param releases those with a file for the platform at least; a platform without one is not in it
 * @param fetchedAt as in {@link ReleasePage}
 */
public record LatestReleases(Map<Platform, Release> releases, long fetchedAt) {}
