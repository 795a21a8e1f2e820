package dev.kiwi.command.leaderboard;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A dump in the backlog folder; files dropped in by hand count too. Ordered by anchor. */
public record BacklogFile(long anchor, Path path) implements Comparable<BacklogFile> {
    private static final Pattern ANCHOR = Pattern.compile("[0-9]{9,11}");
    private static final long FIRST = 1_577_836_800L;
    private static final long LAST = 2_051_222_400L;

    /** Empty when the name holds no valid anchor: the first run of 9 to 11 digits. */
    static Optional<BacklogFile> of(Path path) {
        String name = path.getFileName().toString();
        Matcher digits = ANCHOR.matcher(name);
        if (name.startsWith(".") || !digits.find()) {
            return Optional.empty();
        }
        long anchor = Long.parseLong(digits.group());
        return anchor < FIRST || anchor > LAST ? Optional.empty() : Optional.of(new BacklogFile(anchor, path));
    }

    /** The text; unpacked when the name ends in {@code .gz}. */
    InputStream open() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        return path.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
    }

    @Override
    public int compareTo(BacklogFile other) {
        return Comparator.comparingLong(BacklogFile::anchor)
                .thenComparing(BacklogFile::path)
                .compare(this, other);
    }
}
