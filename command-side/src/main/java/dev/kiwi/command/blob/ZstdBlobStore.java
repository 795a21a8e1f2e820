package dev.kiwi.command.blob;

import com.github.luben.zstd.ZstdInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blobs as files {@code ab/cdef….zst} below one directory; unfinished uploads lie in {@code tmp/}. */
public final class ZstdBlobStore implements BlobStore {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String SUFFIX = ".zst";

    private final Path root;

    /** @throws IOException when the directory cannot be made */
    public ZstdBlobStore(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(temporary());
    }

    @Override
    public Upload begin() throws IOException {
        return new ZstdUpload(this, Files.createTempFile(temporary(), "upload", SUFFIX));
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        try {
            return new ZstdInputStream(Files.newInputStream(file(sha256)));
        } catch (NoSuchFileException e) {
            var missing = new FileNotFoundException("There is no blob " + sha256);
            missing.initCause(e);
            throw missing;
        }
    }

    @Override
    public boolean exists(String sha256) {
        return Files.exists(file(sha256));
    }

    @Override
    public Stream<String> names() throws IOException {
        return Files.walk(root, 2)
                .map(file -> root.relativize(file).toString().replace(File.separator, ""))
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .filter(name -> NAME.matcher(name).matches());
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    /**
     * Makes a blob young again: the janitor must give the event that names it now its time.
     *
     * @return false when there is no such blob
     */
    boolean rejuvenate(String sha256) throws IOException {
        try {
            Files.setLastModifiedTime(file(sha256), FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /**
     * Deletes a blob that was last stored before the limit. It is put aside first: who stores it again meanwhile has either
     * made it young, and then it comes back, or does not find it and stores its own.
     *
     * @return whether it is deleted
     */
    boolean deleteOlder(String sha256, Instant limit) throws IOException {
        Path aside = temporary().resolve(sha256 + ".aside");
        try {
            if (!isOlder(file(sha256), limit)) {
                return false;
            }
            Files.move(file(sha256), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            // Deleted by somebody else meanwhile.
            return false;
        }
        if (isOlder(aside, limit)) {
            Files.delete(aside);
            return true;
        }
        adopt(aside, sha256);
        return false;
    }

    static boolean isOlder(Path file, Instant limit) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
    }

    /** @throws IllegalArgumentException when the name is no SHA-256, so that no name leads out of the directory */
    Path file(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a blob name: " + sha256);
        }
        return directory(sha256).resolve(sha256.substring(2) + SUFFIX);
    }

    private Path directory(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    /** Moves a finished file to its name; both the file and the name are on disk when this returns. */
    void adopt(Path finished, String sha256) throws IOException {
        Path directory = directory(sha256);
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            sync(root);
        }
        Files.move(finished, file(sha256), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
