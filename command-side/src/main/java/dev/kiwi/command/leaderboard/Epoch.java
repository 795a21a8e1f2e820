package dev.kiwi.command.leaderboard;

/** How often the leaderboards were reset; part of a capture's id. */
public interface Epoch {
    /** Reads the event store; blocks. */
    long current();
}
