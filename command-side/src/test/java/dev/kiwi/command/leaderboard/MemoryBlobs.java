package dev.kiwi.command.leaderboard;

import dev.kiwi.command.blob.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Blobs in a map. */
final class MemoryBlobs implements BlobStore {
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public Upload begin() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Upload() {
            @Override
            public void write(ByteBuffer piece) {
                byte[] copy = new byte[piece.remaining()];
                piece.get(copy);
                bytes.writeBytes(copy);
            }

            @Override
            public Blob commit() {
                byte[] content = bytes.toByteArray();
                String name = sha256(content);
                blobs.put(name, content);
                return new Blob(name, content.length);
            }

            @Override
            public void close() {
                bytes.reset();
            }
        };
    }

    @Override
    public InputStream open(String sha256) throws FileNotFoundException {
        byte[] content = blobs.get(sha256);
        if (content == null) {
            throw new FileNotFoundException(sha256);
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public boolean exists(String sha256) {
        return blobs.containsKey(sha256);
    }

    @Override
    public Stream<String> names() {
        return blobs.keySet().stream();
    }

    @Override
    public void delete(String sha256) {
        blobs.remove(sha256);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
