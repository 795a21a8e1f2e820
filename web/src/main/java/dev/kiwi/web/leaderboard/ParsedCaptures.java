package dev.kiwi.web.leaderboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.command.blob.BlobStore;
import dev.kiwi.command.leaderboard.CaptureHandoff;
import dev.kiwi.projection.leaderboard.CaptureSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From the upload to the projector: at most two parsed dumps, each used once and kept for half a minute. What is not
 * here is read from its blob, so that a replay needs nothing else.
 */
@Component
class ParsedCaptures implements CaptureHandoff, CaptureSource {
    private final BlobStore blobs;
    private final Cache<String, ParsedCapture> kept = Caffeine.newBuilder()
            .maximumSize(2)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    ParsedCaptures(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public void offer(String sha256, ParsedCapture capture) {
        kept.put(sha256, capture);
    }

    @Override
    public ParsedCapture read(String sha256, boolean replay) throws IOException {
        @Nullable ParsedCapture capture = replay ? null : kept.asMap().remove(sha256);
        if (capture != null) {
            return capture;
        }
        try (InputStream text = blobs.open(sha256)) {
            return LeaderBotParser.parse(text);
        }
    }
}
