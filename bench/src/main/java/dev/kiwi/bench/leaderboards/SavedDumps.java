package dev.kiwi.bench.leaderboards;

import dev.kiwi.bench.process.Scratch;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of generated dumps, named as the backfill wants them; gone when it is closed.
 *
 * @param bytes of all of them
 */
record SavedDumps(Scratch scratch, DumpGenerator generator, Hours hours, long bytes) implements AutoCloseable {
    static SavedDumps write(DumpGenerator generator, Hours hours) throws IOException {
        Scratch scratch = Scratch.make("kiwi-bench-dumps");
        SavedDumps dumps = new SavedDumps(scratch, generator, hours, 0);
        long bytes = 0;
        for (int hour = hours.from(); hour < hours.to(); hour++) {
            Path file = dumps.file(hour);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                generator.write(hour, out);
            }
            bytes += Files.size(file);
        }
        return new SavedDumps(scratch, generator, hours, bytes);
    }

    Path folder() {
        return scratch.directory();
    }

    Path file(int hour) {
        return folder().resolve(generator.timestamp(hour) + ".cfg");
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
