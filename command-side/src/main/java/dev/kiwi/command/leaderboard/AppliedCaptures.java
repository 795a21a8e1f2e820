package dev.kiwi.command.leaderboard;

/** Tells when the read model has caught up, so that a long run neither outpaces it nor fills memory. */
public interface AppliedCaptures {
    /** Waits, with a limit, until everything up to the position is served. @return false when the limit came first */
    boolean await(long position);
}
