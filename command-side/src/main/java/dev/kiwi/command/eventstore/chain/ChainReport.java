package dev.kiwi.command.eventstore.chain;

import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param checked events that are as they were written, from the first on
 * @param seals genuine seals that were compared
 * @param broken the first fault; null when there is none
 */
public record ChainReport(
        long checked, long seals, @Nullable Fault broken) {
    /** What is wrong with a position. */
    public enum Kind {
        /** A column of the event, or its link, is not what was written. */
        CHANGED,
        /** There is no event at this position, and later ones are there. */
        MISSING,
        /** The event of this position lies at another one. */
        ORDER,
        /** The chain ends before a position that was sealed. */
        TRUNCATED,
        /** The chain holds in itself but is not the one that was sealed: it was rewritten up to here. */
        REWRITTEN,
        /** A seal itself does not carry our signature. */
        FORGED_SEAL
    }

    /** @param explanation one sentence for the operator */
    public record Fault(long position, Kind kind, String explanation) {}

    public boolean isClean() {
        return broken == null;
    }
}
