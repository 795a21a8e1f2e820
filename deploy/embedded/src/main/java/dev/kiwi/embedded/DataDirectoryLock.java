package dev.kiwi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Two Kiwis on one data directory are refused. The kernel gives the lock back when its holder dies. */
public final class DataDirectoryLock implements AutoCloseable {
    private static final String FILE = "kiwi.lock";

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StoreException naming the holder's process id when another Kiwi has the directory */
    public static DataDirectoryLock take(Path data) {
        DataDirectoryLock lock = tryTake(data);
        if (lock == null) {
            throw new StoreException("The data directory " + data + " is in use by another Kiwi (process "
                    + holder(data) + "). Stop it first, or choose another directory with --data.");
        }
        return lock;
    }

    /** As {@link #take}; null when the directory is in use. */
    public static @Nullable DataDirectoryLock tryTake(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel = FileChannel.open(
                    data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return null;
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new DataDirectoryLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data directory " + data, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very JVM
        }
    }

    private static String holder(Path data) {
        try (FileChannel channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.READ)) {
            ByteBuffer pid = ByteBuffer.allocate(32);
            channel.read(pid);
            return StandardCharsets.US_ASCII.decode(pid.flip()).toString().strip();
        } catch (IOException e) {
            return "unknown: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
