package dev.kiwi.api.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * The migrations of one schema, and a look whether its history says that exactly these have been applied. Flyway finds
 * the same with twenty statements, which for three schemas is a tenth of a start.
 *
 * @param table the history, as Flyway keeps it
 * @param folder of the class path, with nothing but migrations
 */
public record Migrations(String schema, String table, String folder) {
    private static final String APPLIED = "SELECT script, checksum, success FROM %s.%s WHERE type <> 'SCHEMA'";

    /** @param flyway applies what is missing, and refuses what does not fit */
    public void applyWith(DataSource database, Runnable flyway) {
        if (!areApplied(database)) {
            flyway.run();
        }
    }

    boolean areApplied(DataSource database) {
        Map<String, Integer> applied = new HashMap<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(APPLIED.formatted(schema, table))) {
            while (rows.next()) {
                boolean again = applied.put(rows.getString("script"), rows.getInt("checksum")) != null;
                if (again || !rows.getBoolean("success")) {
                    return false;
                }
            }
        } catch (SQLException e) {
            // No such schema yet, or no database: Flyway makes the one and reports the other.
            return false;
        }
        return !applied.isEmpty() && applied.equals(known());
    }

    private Map<String, Integer> known() {
        Map<String, Integer> known = new HashMap<>();
        try {
            for (String file : files(resource(folder))) {
                try (InputStream text = resource(folder + "/" + file).openStream()) {
                    known.put(file, checksum(text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Migrations.class.getClassLoader().getResource(path), path);
    }

    private List<String> files(URL place) throws IOException {
        URLConnection connection = place.openConnection();
        if (connection instanceof JarURLConnection jar) {
            String prefix = folder + "/";
            return jar.getJarFile().stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                    .map(entry -> entry.getName().substring(prefix.length()))
                    .toList();
        }
        try (var files = Files.list(Path.of(URI.create(place.toString())))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** As Flyway counts it: the lines without their ends. */
    private static int checksum(InputStream text) throws IOException {
        CRC32 checksum = new CRC32();
        var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            checksum.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return (int) checksum.getValue();
    }
}
