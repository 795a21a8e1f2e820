package dev.kiwi.command.claim;

/** A change of the claims that waits for the commit of its command. */
public sealed interface ClaimChange {
    String kind();

    String value();

    /** Takes a value for an owner. */
    record Take(String kind, String value, String owner) implements ClaimChange {}

    /** Changes nothing, and holds the commit to what was read: the value is this owner's. */
    record Require(String kind, String value, String owner) implements ClaimChange {}

    /** Gives a value back. */
    record GiveBack(String kind, String value) implements ClaimChange {}
}
