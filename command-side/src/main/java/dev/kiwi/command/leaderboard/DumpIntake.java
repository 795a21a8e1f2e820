package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * The door for dumps. One is parsed at a time, because each takes tens of megabytes; a few more wait in the blob store,
 * and beyond that the bot is told to come back. Blocks: not for event loops.
 */
public final class DumpIntake {
    private static final int RETRY_AFTER_SECONDS = 10;

    private final BlobStore blobs;
    private final Semaphore places;
    private final Semaphore turn = new Semaphore(1, true);

    /** @param waiting dumps that may wait behind the one in work */
    public DumpIntake(BlobStore blobs, int waiting) {
        this.blobs = blobs;
        this.places = new Semaphore(waiting + 1, true);
    }

    /**
     * Takes a place for one dump; close it in any case.
     *
     * @throws Refusal 503 with {@code retry_after} when all places are taken
     */
    public Upload begin() throws IOException {
        if (!places.tryAcquire()) {
            throw new Refusal(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "Too many dumps are being processed; try again later.",
                    Map.of("retry_after", RETRY_AFTER_SECONDS));
        }
        return enter();
    }

    /** As {@link #begin}, for what has time: waits until a place is free. */
    public Upload await() throws IOException {
        places.acquireUninterruptibly();
        return enter();
    }

    private Upload enter() throws IOException {
        try {
            BlobStore.Upload blob = blobs.begin();
            return new Upload(blob, turn.tryAcquire());
        } catch (IOException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    /** One dump on its way in. Its turn lasts until it is closed. */
    public final class Upload implements AutoCloseable {
        private final BlobStore.Upload blob;
        private final byte[] piece = new byte[1 << 16];
        private boolean myTurn;
        private int filled;
        private final ParsingThread parser = new ParsingThread();
        private boolean closed;

        private Upload(BlobStore.Upload blob, boolean myTurn) {
            this.blob = blob;
            this.myTurn = myTurn;
        }

        public synchronized void write(ByteBuffer bytes) throws IOException {
            // A client that hung up closes while the last piece is still on its way.
            if (closed) {
                throw new IOException("the upload is closed");
            }
            if (myTurn) {
                ByteBuffer copy = bytes.duplicate();
                while (copy.hasRemaining()) {
                    int part = Math.min(copy.remaining(), piece.length - filled);
                    copy.get(piece, filled, part);
                    filled += part;
                    passOn(filled == piece.length);
                }
            }
            blob.write(bytes);
        }

        /**
         * Makes the dump durable and waits for its turn and its parse.
         *
         * @throws Refusal 400 when nothing was written
         */
        public synchronized Dump finish() throws IOException {
            passOn(filled > 0);
            BlobStore.Blob stored = blob.commit();
            Refusal.ifViolated(new DumpIsNotEmpty(stored.bytes()));
            if (!myTurn) {
                turn.acquireUninterruptibly();
                myTurn = true;
                readBack(stored.sha256());
            }
            return new Dump(stored.sha256(), stored.bytes(), parser.finish());
        }

        private void passOn(boolean now) throws IOException {
            if (now) {
                parser.feed(Arrays.copyOf(piece, filled));
                filled = 0;
            }
        }

        private void readBack(String sha256) throws IOException {
            try (InputStream text = blobs.open(sha256)) {
                for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
                    parser.feed(Arrays.copyOf(piece, read));
                }
            }
        }

        @Override
        public synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            parser.close();
            blob.close();
            if (myTurn) {
                turn.release();
            }
            places.release();
        }
    }
}
