package dev.kiwi.bench.idle;

import dev.kiwi.bench.process.LinuxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processor time of the embedded stores' processes. */
final class StoreTime {
    private final long postgres;
    private final long redis;

    /** @param data of a Kiwi that runs */
    StoreTime(Path data) throws IOException {
        this.postgres = pid(data.resolve("postgres/postmaster.pid"));
        this.redis = pid(data.resolve("redis/redis.pid"));
    }

    private static long pid(Path file) throws IOException {
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** Of Redis, the Postgres server and all of its processes, also of those that have ended. */
    double seconds() throws IOException {
        double seconds =
                new LinuxProcess(redis).processorSeconds(true) + new LinuxProcess(postgres).processorSeconds(true);
        List<ProcessHandle> children = ProcessHandle.of(postgres).stream()
                .flatMap(ProcessHandle::children)
                .toList();
        for (ProcessHandle child : children) {
            seconds += secondsOf(child);
        }
        return seconds;
    }

    private static double secondsOf(ProcessHandle child) throws IOException {
        try {
            return new LinuxProcess(child.pid()).processorSeconds(false);
        } catch (IOException e) {
            return 0; // ended just now
        }
    }
}
