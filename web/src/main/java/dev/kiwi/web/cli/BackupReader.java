package dev.kiwi.web.cli;

import dev.kiwi.command.eventstore.EventStoreConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Reads a backup twice: for the files, and, when there is a Postgres, for the tables. */
final class BackupReader {
    private static final String TABLES = "events/";
    private static final String BLOBS = "blobs/";

    private final Path backup;
    private final Path data;
    private final @Nullable Path sharedBlobs;

    /** @param sharedBlobs where blobs are when not in the data directory */
    BackupReader(Path backup, Path data, @Nullable Path sharedBlobs) {
        this.backup = backup;
        this.data = data;
        this.sharedBlobs = sharedBlobs;
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
        if (sharedBlobs != null && name.startsWith(BLOBS)) {
            placeShared(inside(sharedBlobs, name.substring(BLOBS.length())), tar);
            return;
        }
        Path file = inside(data, name);
        Files.createDirectories(file.resolveSibling("."));
        Files.copy(tar, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** A blob's name is its content: one that is there is the same, and others read there meanwhile. */
    private static void placeShared(Path file, TarArchiveInputStream tar) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.copy(tar, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path inside(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new Failure("The backup holds a path outside of the data directory: " + name);
        }
        return file;
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
