package dev.kiwi.bench.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds of the machine's memory, as Linux counts it. */
final class ResidentMemory {
    private static final String LINE = "VmRSS:";

    private ResidentMemory() {}

    static double megabytes(long pid) throws IOException {
        return megabytes(Files.readString(Path.of("/proc/" + pid + "/status")));
    }

    /** @param status text of {@code /proc/<pid>/status} */
    static double megabytes(String status) throws IOException {
        String kilobytes = status.lines()
                .filter(line -> line.startsWith(LINE))
                .findFirst()
                .orElseThrow(() -> new IOException("No " + LINE + " in the status of the process"))
                .substring(LINE.length())
                .replace("kB", "")
                .strip();
        return Long.parseLong(kilobytes) * 1024 / 1e6;
    }
}
