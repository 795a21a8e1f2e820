package dev.kiwi.command.leaderboard;

/** What follows when the whole backlog was filed again (leaderboards.md 8). */
public interface AfterReingest {
    /** Waits until all that is made of captures is under way, or made. @param position of the last event; -1 for none */
    void recompute(long position);
}
