package dev.kiwi.web.cli;

/** Checks the hash chain of a running or stopped Kiwi; 0 only when it is whole. */
final class BackupCommand {
    private BackupCommand() {}

    static int run(Invocation invocation) {
        throw new Failure("not merged: " + invocation.command());
    }
}
