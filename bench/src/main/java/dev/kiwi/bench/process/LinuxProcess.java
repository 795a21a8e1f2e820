package dev.kiwi.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux tells of a process. */
public record LinuxProcess(long pid) {
    /** Linux shows processor time in these, whatever the kernel counts in. */
    private static final double TICKS_PER_SECOND = 100;

    private static final String THREADS = "Threads:";
    /** Of {@code /proc/<pid>/stat}, counted behind the name: time of its own and of ended children, user and system. */
    private static final int USER_TIME = 11;

    private static final int FIELDS_OF_TIME = 4;

    public int threads() throws IOException {
        return threads(Files.readString(Path.of("/proc/" + pid + "/status")));
    }

    static int threads(String status) throws IOException {
        return status.lines()
                .filter(line -> line.startsWith(THREADS))
                .map(line -> line.substring(THREADS.length()).strip())
                .map(Integer::valueOf)
                .findFirst()
                .orElseThrow(() -> new IOException("No " + THREADS + " in the status of the process"));
    }

    /** Open files, sockets included. */
    public int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return (int) open.count();
        }
    }

    /** Processor time in seconds. @param withEnded of children that have ended, too */
    public double processorSeconds(boolean withEnded) throws IOException {
        return processorSeconds(Files.readString(Path.of("/proc/" + pid + "/stat")), withEnded);
    }

    static double processorSeconds(String stat, boolean withEnded) {
        // The name may hold blanks and parentheses.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 0; i < (withEnded ? FIELDS_OF_TIME : FIELDS_OF_TIME / 2); i++) {
            ticks += Long.parseLong(fields[USER_TIME + i]);
        }
        return ticks / TICKS_PER_SECOND;
    }
}
