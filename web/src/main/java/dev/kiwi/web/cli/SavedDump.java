package dev.kiwi.web.cli;

import dev.kiwi.api.leaderboard.Anchor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A dump in a folder: {@code <unix second>.cfg}, or {@code .cfg.gz}.
 *
 * @param anchor under which it is filed
 */
record SavedDump(long anchor, Path path) {
    private static final Pattern NAME = Pattern.compile("([0-9]{9,11})\\.cfg(\\.gz)?");

    /**
     * By ascending anchor, each once: 00:00 is filed under 11:00 and gives way to a dump of that hour, which is later.
     *
     * @param now unix seconds
     * @throws Failure when the folder cannot be read
     */
    static List<SavedDump> in(Path folder, long now) {
        try (Stream<Path> files = Files.list(folder)) {
            SortedMap<Long, SavedDump> dumps = new TreeMap<>();
            files.sorted().flatMap(file -> of(file, now)).forEach(dump -> dumps.put(dump.anchor(), dump));
            return List.copyOf(dumps.values());
        } catch (IOException e) {
            throw new Failure("Cannot read the folder " + folder + ": " + e, e);
        }
    }

    private static Stream<SavedDump> of(Path file, long now) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Stream.empty();
        }
        return Anchor.normalize(Long.parseLong(name.group(1)), now, true).stream()
                .mapToObj(anchor -> new SavedDump(anchor, file));
    }

    /** The text, unpacked. */
    InputStream open() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        return path.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
    }
}
