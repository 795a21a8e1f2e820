package dev.kiwi.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Removes what killed test JVMs left behind, their running stores included. */
final class TestLeftovers {
    private TestLeftovers() {}

    static void sweep(Path home) throws IOException {
        List<Path> runs;
        try (Stream<Path> entries = Files.list(home)) {
            runs = entries.filter(p -> p.getFileName().toString().startsWith("run-"))
                    .toList();
        }
        for (Path run : runs) {
            try (DataDirectoryLock lock = DataDirectoryLock.tryTake(run)) {
                if (lock != null) {
                    Orphan.of(run.resolve("postgres/postmaster.pid"), run.resolve("postgres"))
                            .ifPresent(orphan -> orphan.end(10));
                    Orphan.of(run.resolve("redis/redis.pid"), run.resolve("redis"))
                            .ifPresent(orphan -> orphan.end(10));
                    Folders.delete(run);
                }
            }
        }
    }
}
