package dev.kiwi.command.account;

/** Tells every node's request path that what it remembers of an account is no longer true. */
public interface AccountChanges {
    /** Called inside a command handler; speaks once the command's events are committed, and not when they are not. */
    void accountChangesWithCommit(String accountId);
}
