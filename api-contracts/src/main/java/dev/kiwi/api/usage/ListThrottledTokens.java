package dev.kiwi.api.usage;

/**
 * Query for {@link ThrottledTokens}, for the operator's digest (platform.md 19.3).
 *
 * @param hours window up to now
 * @param top most tokens that are named
 */
public record ListThrottledTokens(int hours, int top) {}
