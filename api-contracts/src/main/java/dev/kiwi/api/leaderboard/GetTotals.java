package dev.kiwi.api.leaderboard;

/** How much is stored, for the reply of a reset. */
public record GetTotals() {
    public record Totals(long entries, int boards) {}
}
