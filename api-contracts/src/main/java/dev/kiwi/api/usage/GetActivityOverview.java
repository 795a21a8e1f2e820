package dev.kiwi.api.usage;

/**
 * Query for an {@link ActivityOverview}.
 *
 * @param days window up to now, of 24 hours each
 * @param top most users that are named
 */
public record GetActivityOverview(int days, int top) {}
