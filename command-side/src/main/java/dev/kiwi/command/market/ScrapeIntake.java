package dev.kiwi.command.market;

import dev.kiwi.api.formats.grainus.GrainusParser;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.blob.BlobStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The door for scrapes: each is parsed while it goes into the blob store, a few at a time. Blocks: not for event loops. */
public final class ScrapeIntake {
    private static final int RETRY_AFTER_SECONDS = 10;

    private final BlobStore blobs;
    private final Semaphore places;

    /** @param places scrapes that may be on their way in; each takes some megabytes */
    public ScrapeIntake(BlobStore blobs, int places) {
        this.blobs = blobs;
        this.places = new Semaphore(places);
    }

    /**
     * Takes a place for one scrape; close it in any case.
     *
     * @throws Refusal 503 with {@code retry_after} when all places are taken
     */
    public Upload begin() throws IOException {
        if (!places.tryAcquire()) {
            throw new Refusal(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "Too many scrapes are being processed; try again later.",
                    Map.of("retry_after", RETRY_AFTER_SECONDS));
        }
        try {
            return new Upload(blobs.begin());
        } catch (IOException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    /** One scrape on its way in. */
    public final class Upload implements AutoCloseable {
        private final BlobStore.Upload blob;
        private final GrainusParser parser = new GrainusParser();
        private boolean closed;

        private Upload(BlobStore.Upload blob) {
            this.blob = blob;
        }

        /** @param bytes backed by an array */
        public synchronized void write(ByteBuffer bytes) throws IOException {
            // A client that hung up closes while the last piece is still on its way.
            if (closed) {
                throw new IOException("the upload is closed");
            }
            int start = bytes.arrayOffset() + bytes.position();
            parser.feed(bytes.array(), start, start + bytes.remaining());
            blob.write(bytes);
        }

        /**
         * Makes the scrape durable.
         *
         * @throws Refusal 400 when nothing was written
         */
        public synchronized ReceivedScrape finish() throws IOException {
            BlobStore.Blob stored = blob.commit();
            Refusal.ifViolated(new ScrapeIsNotEmpty(stored.bytes()));
            return new ReceivedScrape(stored.sha256(), stored.bytes(), parser.finish());
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                blob.close();
                places.release();
            }
        }
    }
}
