package dev.kiwi.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that a process prints when it takes requests. */
public final class ReadyLine {
    private static final long GLANCE_NANOS = 10_000_000;

    private ReadyLine() {}

    /** Waits for it. @return the pattern's first group; @throws IOException when the process ends before */
    public static String await(Process process, Path log, Pattern line) throws IOException {
        while (true) {
            boolean alive = process.isAlive();
            Matcher ready = line.matcher(Files.readString(log));
            if (ready.find()) {
                return ready.group(1);
            }
            if (!alive) {
                throw new IOException("The process ended before it was ready; see " + log);
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
