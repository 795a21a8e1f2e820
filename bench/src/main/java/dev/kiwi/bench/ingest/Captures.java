package dev.kiwi.bench.ingest;

import dev.kiwi.bench.BenchOptions;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Hourly captures: given files, or generated ones, made when they are asked for and one at a time on disk. */
final class Captures implements AutoCloseable {
    private static final int COUNT = 48;
    private static final int FIRST_HOUR = 40;
    private static final long HOUR = 3_600;

    private final List<Path> given;
    private final int count;
    private final long anchor;
    private final Path scratch;

    private Captures(List<Path> given, int count, long anchor, Path scratch) {
        this.given = given;
        this.count = count;
        this.anchor = anchor;
        this.scratch = scratch;
    }

    static Captures of(BenchOptions options, long anchor, Path scratch) {
        int count = options.dumps().isEmpty()
                ? options.captures().orElse(COUNT)
                : options.dumps().size();
        return new Captures(options.dumps(), count, anchor, scratch.resolve("dump.cfg"));
    }

    int count() {
        return count;
    }

    long timestamp(int i) {
        return anchor + (FIRST_HOUR + i) * HOUR;
    }

    Path file(int i) throws IOException {
        if (!given.isEmpty()) {
            return given.get(i);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(scratch), 1 << 16)) {
            DumpGenerator.full(1, anchor).write(FIRST_HOUR + i, out);
        }
        return scratch;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(scratch);
    }
}
