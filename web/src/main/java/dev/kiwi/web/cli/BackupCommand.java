package dev.kiwi.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** Writes what cannot be rebuilt into one file, while Kiwi runs or not. Read models are left out: a replay makes them. */
final class BackupCommand {
    private BackupCommand() {}

    static int run(Invocation invocation) {
        Path target = Path.of(invocation.argument("FILE")).toAbsolutePath();
        Path staging = target.resolveSibling("." + target.getFileName() + ".part");
        try (EventStoreAccess access = EventStoreAccess.of(invocation)) {
            Files.deleteIfExists(staging);
            // Secrets are in it.
            Files.createFile(
                    staging, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            long events = new BackupWriter(access.dataSource(), invocation.data(), invocation.blobs()).write(staging);
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            System.out.printf("%s: %,d events, %,d bytes%n", target, events, Files.size(target));
            if (!invocation.environment().getOrDefault("SECRET_KEY", "").isBlank()) {
                System.out.println("SECRET_KEY is set outside of the data directory and not in the backup: keep it too,"
                        + " nothing can be read without it.");
            }
            return 0;
        } catch (SQLException | IOException e) {
            throw new Failure("The backup failed: " + e.getMessage(), e);
        }
    }
}
