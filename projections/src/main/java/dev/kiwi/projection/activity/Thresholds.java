package dev.kiwi.projection.activity;

/** What an established player has of each at least; 0 asks for nothing. */
public record Thresholds(int powerRank, int effort) {
    boolean cleared(double hasPowerRank, double hasEffort) {
        return (powerRank == 0 || hasPowerRank >= powerRank) && (effort == 0 || hasEffort >= effort);
    }
}
