package dev.kiwi.web.cli;

import dev.kiwi.embedded.DataDirectoryLock;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new data directory from a backup. All is done in a folder beside, which gets its name at the very end: a
 * directory with the final name is whole. Read models fill themselves at the next start. With {@code POSTGRES_DSN} the
 * events go into that database, which must have none.
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
            long events = restore(EventStoreAccess.external(invocation), backup, staging, invocation.sharedBlobs());
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

    private static long restore(Optional<DataSource> external, Path backup, Path staging, @Nullable Path sharedBlobs)
            throws SQLException, IOException {
        if (external.isPresent()) {
            refuseUnlessEmpty(external.get());
        }
        try (DataDirectoryLock lock = DataDirectoryLock.take(staging)) {
            BackupReader reader = new BackupReader(backup, staging, sharedBlobs);
            // The secrets come first: one of them is the new Postgres's password.
            reader.placeFiles();
            if (external.isPresent()) {
                return reader.fillTables(external.get());
            }
            try (PostgresStore postgres = PostgresStore.start(StoreSettings.in(staging))) {
                return reader.fillTables(postgres.dataSource(postgres.user()));
            }
        }
    }

    private static void refuseUnlessEmpty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (exists(statement, "select where to_regclass('es.event') is not null")
                    && exists(statement, "select from es.event limit 1")) {
                throw new Failure("The database of POSTGRES_DSN holds events; a restore needs an empty one");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
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
