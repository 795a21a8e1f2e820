package dev.kiwi.web.cli;

import dev.kiwi.embedded.DataDirectoryLock;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * Makes a new data directory from a backup. All is done in a folder beside, which gets its name at the very end: a
 * directory with the final name is whole. Read models fill themselves at the next start.
 */
final class RestoreCommand {
    private RestoreCommand() {}

    static int run(Invocation invocation) {
        Path backup = Path.of(invocation.argument("FILE")).toAbsolutePath();
        Path target = invocation.data();
        if (!Files.isReadable(backup)) {
            throw new Failure("There is no backup " + backup);
        }
        try {
            refuseUnlessEmpty(target);
            Path staging = target.resolveSibling(target.getFileName() + ".restoring");
            refuseUnlessEmpty(staging);
            long events = restore(backup, staging);
            Files.deleteIfExists(target);
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            System.out.printf(
                    "%s: %,d events restored. ./kiwi verify --data %s checks them, ./kiwi up --data %s starts.%n",
                    target, events, target, target);
            return 0;
        } catch (SQLException | IOException e) {
            throw new Failure("The restore failed: " + e.getMessage(), e);
        }
    }

    private static long restore(Path backup, Path staging) throws SQLException, IOException {
        try (DataDirectoryLock lock = DataDirectoryLock.take(staging)) {
            BackupReader reader = new BackupReader(backup, staging);
            // The secrets come first: one of them is the new Postgres's password.
            reader.placeFiles();
            try (PostgresStore postgres = PostgresStore.start(StoreSettings.in(staging))) {
                return reader.fillTables(postgres.dataSource(postgres.user()));
            }
        }
    }

    private static void refuseUnlessEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                throw new Failure(directory + " is not empty; a restore needs a new directory");
            }
        }
    }
}
