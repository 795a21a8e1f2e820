package dev.kiwi.command.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.stream.Stream;

/**
 * Content-addressed store (design 3.4): the name is the lower-case hex SHA-256 of the uncompressed bytes; files are
 * zstd-compressed, fsynced and renamed into place, so a named blob is always whole.
 */
public interface BlobStore {
    /** Starts a blob that is written piece by piece; nothing is visible until {@link Upload#commit()}. */
    Upload begin() throws IOException;

    /** Opens the uncompressed bytes. @throws java.io.FileNotFoundException when there is no such blob */
    InputStream open(String sha256) throws IOException;

    boolean exists(String sha256);

    /** Names of all blobs, for the janitor and the backup. */
    Stream<String> names() throws IOException;

    void delete(String sha256) throws IOException;

    /** @param bytes uncompressed size */
    record Blob(String sha256, long bytes) {}

    /** One writer, one thread. Closing without a commit leaves nothing behind. */
    interface Upload extends AutoCloseable {
        /** Consumes the buffer's remaining bytes. */
        void write(ByteBuffer bytes) throws IOException;

        /** Makes the blob durable and visible under its hash; writing a blob that exists is a no-op. */
        Blob commit() throws IOException;

        @Override
        void close();
    }
}
