package dev.kiwi.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A store that outlived its Kiwi. Found by pid file; a recycled process id is told apart by the process's working
 * directory, which both Postgres and Redis set to their own folder.
 *
 * @param directory that it works in
 */
record Orphan(ProcessHandle process, Path directory) {
    /** @param pidFile its first line is the process id */
    static Optional<Orphan> of(Path pidFile, Path directory) {
        return pid(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(p -> worksIn(p, directory))
                .map(p -> new Orphan(p, directory));
    }

    /** True while it runs; cheaper than to find it again. */
    boolean isThere() {
        return worksIn(process, directory);
    }

    static Optional<Long> pid(Path pidFile) {
        try {
            return Files.readAllLines(pidFile, StandardCharsets.US_ASCII).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            return Optional.empty(); // no pid file, no orphan
        }
    }

    private static boolean worksIn(ProcessHandle process, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(directory.toRealPath());
        } catch (IOException e) {
            return false; // gone, a zombie, or somebody else's
        }
    }

    /** Asks it to end, waits, and insists. */
    void end(int seconds) {
        process.destroy();
        if (!ended(seconds)) {
            process.destroyForcibly();
            if (!ended(seconds)) {
                throw new StoreException("Process " + process.pid() + " does not end.");
            }
        }
    }

    private boolean ended(int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new StoreException("Cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while waiting for process " + process.pid(), e);
        }
    }
}
