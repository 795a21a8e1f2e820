package dev.kiwi.web.market;

import dev.kiwi.api.formats.grainus.GrainusParser;
import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.command.blob.BlobStore;
import dev.kiwi.projection.market.ScrapeSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Scrapes from the blob store, live and in a replay alike: to parse one again takes milliseconds. */
@Component
class StoredScrapes implements ScrapeSource {
    private final BlobStore blobs;

    StoredScrapes(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public List<ParsedListing> read(String sha256) throws IOException {
        try (InputStream text = blobs.open(sha256)) {
            return GrainusParser.parse(text);
        }
    }
}
