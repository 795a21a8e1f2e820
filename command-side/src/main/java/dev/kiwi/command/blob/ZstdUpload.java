package dev.kiwi.command.blob;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compresses and hashes as the bytes come; memory stays at one buffer. */
final class ZstdUpload implements BlobStore.Upload {
    private static final Logger LOG = LoggerFactory.getLogger(ZstdUpload.class);

    private final ZstdBlobStore store;
    private final Path temporary;
    private final FileChannel file;
    private final ZstdOutputStreamNoFinalizer compressor;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[64 * 1024];
    private long bytes;

    ZstdUpload(ZstdBlobStore store, Path temporary) throws IOException {
        this.store = store;
        this.temporary = temporary;
        this.file = FileChannel.open(temporary, StandardOpenOption.WRITE);
        this.compressor = new ZstdOutputStreamNoFinalizer(Channels.newOutputStream(file), 1);
        // The one flush is that of the commit.
        compressor.setCloseFrameOnFlush(true);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        bytes += source.remaining();
        digest.update(source.duplicate());
        while (source.hasRemaining()) {
            int part = Math.min(source.remaining(), buffer.length);
            source.get(buffer, 0, part);
            compressor.write(buffer, 0, part);
        }
    }

    @Override
    public BlobStore.Blob commit() throws IOException {
        compressor.flush();
        file.force(true);
        BlobStore.Blob blob = new BlobStore.Blob(HexFormat.of().formatHex(digest.digest()), bytes);
        if (!store.rejuvenate(blob.sha256())) {
            store.adopt(temporary, blob.sha256());
        }
        close();
        return blob;
    }

    @Override
    public void close() {
        if (!file.isOpen()) {
            return;
        }
        try {
            // Closing the compressor closes the channel below it.
            compressor.close();
        } catch (IOException e) {
            LOG.warn("An upload did not close cleanly", e);
        } finally {
            discard();
        }
    }

    private void discard() {
        try {
            file.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("An unfinished upload could not be removed", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
