package dev.kiwi.command.token;

/** Tells every node's request path that what it remembers of a token is no longer true. */
public interface TokenChanges {
    /** Called inside a command handler; speaks once the command's events are committed, and not when they are not. */
    void tokenChangesWithCommit(String tokenHash);
}
