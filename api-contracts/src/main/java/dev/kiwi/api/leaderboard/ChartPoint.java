package dev.kiwi.api.leaderboard;

/**
 * Where a line of a chart passes.
 *
 * @param createdAt unix seconds
 * @param rank 0 at a reset
 * @param synthetic true where no capture says so: just before a reset, and at it (leaderboards.md 11.1)
 */
public record ChartPoint(long createdAt, int rank, Number score, boolean synthetic) {}
