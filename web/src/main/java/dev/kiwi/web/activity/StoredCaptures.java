package dev.kiwi.web.activity;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.command.blob.BlobStore;
import dev.kiwi.projection.activity.CaptureText;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Captures from the blob store, live and in a replay alike. */
@Component
class StoredCaptures implements CaptureText {
    private final BlobStore blobs;

    StoredCaptures(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public ParsedCapture read(String sha256) throws IOException {
        try (InputStream text = blobs.open(sha256)) {
            return LeaderBotParser.parse(text);
        }
    }
}
