package dev.kiwi.bench.ingest;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A dump's rows as text for COPY: {@code board, anchor, rank, score, name, lower-case name}, tab-separated. Made before
 * the clock runs, so the baselines pay for storing only.
 *
 * @param boards number and title of each board
 */
public record Rows(long anchor, long count, byte[] plain, byte[] staging, List<BoardLine> boards) {

    /** @param uuid the board's number */
    public record BoardLine(int uuid, String title) {}

    public static Rows of(Path dump, long anchor) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(32 << 20);
        ByteArrayOutputStream staging = new ByteArrayOutputStream(40 << 20);
        List<BoardLine> boards = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        long count = 0;
        try (BufferedReader lines = Files.newBufferedReader(dump, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int body = line.indexOf("##");
                if (body < 0 || line.contains("Category_Contests") || line.contains("Category_Favorites")) {
                    continue;
                }
                int equals = line.indexOf(" = ");
                int uuid = Integer.parseInt(line.substring(line.lastIndexOf('$', equals) + 1, equals));
                if (!seen.add(uuid)) {
                    continue;
                }
                boards.add(new BoardLine(uuid, line.substring(equals + 3, line.indexOf('$', equals))));
                for (String entry : line.substring(body + 2).split("\\|")) {
                    String[] parts = entry.split(";");
                    String row = uuid + "\t" + anchor + "\t" + parts[0] + "\t" + parts[2] + "\t" + parts[1];
                    plain.writeBytes((row + "\n").getBytes(StandardCharsets.UTF_8));
                    staging.writeBytes(
                            (row + "\t" + parts[1].toLowerCase(Locale.ROOT) + "\n").getBytes(StandardCharsets.UTF_8));
                    count++;
                }
            }
        }
        return new Rows(anchor, count, plain.toByteArray(), staging.toByteArray(), boards);
    }
}
