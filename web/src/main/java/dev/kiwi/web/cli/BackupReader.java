package dev.kiwi.web.cli;

import dev.kiwi.command.eventstore.EventStoreConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Reads a backup twice: for the files, and, when there is a Postgres, for the tables. */
final class BackupReader {
    private static final String TABLES = "events/";

    private final Path backup;
    private final Path data;

    BackupReader(Path backup, Path data) {
        this.backup = backup;
        this.data = data;
    }

    /** @throws Failure when it is no backup, or a cut-off one: nothing is restored from half a file */
    void placeFiles() throws IOException {
        boolean complete = false;
        try (TarArchiveInputStream tar = Archive.read(backup)) {
            TarArchiveEntry first = tar.getNextEntry();
            if (first == null || !first.getName().equals("format") || !text(tar).equals(Archive.FORMAT)) {
                throw new Failure(backup + " is not a backup of Kiwi");
            }
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                complete = entry.getName().equals(Archive.COMPLETE);
                if (!complete && !entry.getName().startsWith(TABLES)) {
                    place(entry.getName(), tar);
                }
            }
        }
        if (!complete) {
            throw new Failure(backup + " is cut off");
        }
    }

    private void place(String name, TarArchiveInputStream tar) throws IOException {
        Path file = data.resolve(name).normalize();
        Path folder = file.getParent();
        if (!file.startsWith(data) || folder == null) {
            throw new Failure("The backup holds a path outside of the data directory: " + name);
        }
        Files.createDirectories(folder);
        Files.copy(tar, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** All tables in one transaction. @return number of events */
    long fillTables(DataSource events) throws SQLException, IOException {
        EventStoreConfiguration.flyway(events).migrate();
        try (Connection connection = events.getConnection();
                TarArchiveInputStream tar = Archive.read(backup)) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().startsWith(TABLES)) {
                    String table = entry.getName().split("/")[1];
                    copy.copyIn("copy es.\"" + table.replace("\"", "") + "\" from stdin", tar);
                } else if (entry.getName().equals(Archive.COMPLETE)) {
                    check(connection, Long.parseLong(text(tar)));
                }
            }
            connection.commit();
            return count(connection);
        }
    }

    private static void check(Connection connection, long expected) throws SQLException {
        long restored = count(connection);
        if (restored != expected) {
            throw new SQLException("The backup names " + expected + " events and holds " + restored);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from es.event")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static String text(TarArchiveInputStream tar) throws IOException {
        return new String(tar.readAllBytes(), StandardCharsets.UTF_8);
    }
}
