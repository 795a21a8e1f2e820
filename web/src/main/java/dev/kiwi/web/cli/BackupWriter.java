package dev.kiwi.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * One consistent picture: seals first (a seal must never be ahead of the events), then the tables in one repeatable-read
 * transaction, then blobs (a named blob is there before its event and is never changed).
 */
final class BackupWriter {
    private static final int PIECE = 8 << 20;

    private final DataSource events;
    private final Path data;
    private final Path blobs;

    BackupWriter(DataSource events, Path data, Path blobs) {
        this.events = events;
        this.data = data;
        this.blobs = blobs;
    }

    /** @return number of events */
    long write(Path file) throws SQLException, IOException {
        try (TarArchiveOutputStream tar = Archive.write(file)) {
            put(tar, "format", Archive.FORMAT.getBytes(StandardCharsets.UTF_8));
            putFile(tar, "seals.log", data.resolve("seals.log"));
            putTree(tar, "secrets", data.resolve("secrets"));
            long count = putTables(tar);
            putTree(tar, "blobs", blobs);
            put(tar, Archive.COMPLETE, Long.toString(count).getBytes(StandardCharsets.UTF_8));
            return count;
        }
    }

    private long putTables(TarArchiveOutputStream tar) throws SQLException, IOException {
        try (Connection connection = events.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                for (String table : tables(connection)) {
                    putTable(tar, connection, table);
                }
                return count(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    /** The migration history is left out: a restore runs the migrations itself. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("select tablename from pg_tables where schemaname = 'es'"
                        + " and tablename <> 'flyway_history' order by tablename")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        if (tables.isEmpty()) {
            throw new SQLException("There is no event store in this database");
        }
        return tables;
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from es.event")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void putTable(TarArchiveOutputStream tar, Connection connection, String table)
            throws SQLException, IOException {
        CopyOut copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy es.\"" + table + "\" to stdout");
        Pieces pieces = new Pieces(tar, "events/" + table + "/", PIECE);
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            pieces.add(row);
        }
        pieces.end();
    }

    private static void putTree(TarArchiveOutputStream tar, String folder, Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(root)) {
            files = tree.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(root.resolve("tmp")))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            putFile(tar, folder + "/" + root.relativize(file), file);
        }
    }

    private static void putFile(TarArchiveOutputStream tar, String name, Path file) throws IOException {
        if (Files.exists(file)) {
            put(tar, name, Files.readAllBytes(file));
        }
    }

    static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(0600);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
