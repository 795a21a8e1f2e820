package dev.kiwi.api.rotation;

/**
 * The game's clock (rotations.md 2.1).
 *
 * @param nowIso UTC with its offset, for example {@code 2026-11-22T13:00:00+00:00}
 * @param troveDay English weekday of the game's day, which begins at 11:00 UTC
 * @param dailyResetAt after now, also at 11:00:00
 */
public record ServerTime(long nowUnix, String nowIso, String troveDay, long dailyResetAt, long weeklyResetAt) {}
