package dev.kiwi.web.cli;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one operator's command. */
public final class KiwiCli {
    private static final String USAGE = """
            Usage: kiwi COMMAND [--data DIR]
              up [--port N] [--data DIR] [--role all|api|projector]   run Kiwi in the foreground
              projections                 list the projections with position, lag and dead letters
              replay NAME                 rebuild a projection beside the live one, swap, compare checksums
              backfill leaderboards DIR   file saved dumps, <unix second>.cfg(.gz), that the server lacks
              verify                      check the event store's hash chain
              backup FILE                 write events, blobs and secrets to FILE (tar.zst)
              restore FILE --data DIR     make a new data directory from a backup
              test, bench [NAME], fmt     for developers
            """;

    private KiwiCli() {}

    /**
     * @param environment variables, those of {@code .env} among them
     * @return the exit status: 0 only when all is well, 2 when the command line is not understood */
    public static int run(List<String> words, Map<String, String> environment) {
        // The operator reads the command's own words; libraries speak up only when something is wrong.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
        try {
            Invocation invocation = Invocation.of(words, environment);
            return switch (invocation.command()) {
                case "projections" -> new ProjectionsCommand(AdminClient.of(invocation)).run();
                case "replay" -> new ReplayCommand(AdminClient.of(invocation)).run(invocation.argument("PROJECTION"));
                case "backfill" -> BackfillCommand.run(invocation);
                case "verify" -> VerifyCommand.run(invocation);
                case "backup" -> BackupCommand.run(invocation);
                case "restore" -> RestoreCommand.run(invocation);
                default -> {
                    System.err.print(USAGE);
                    yield 2;
                }
            };
        } catch (Failure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
