package dev.kiwi.projection.leaderboard;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.io.IOException;

/** Where the projector gets the dump that an event names. */
public interface CaptureSource {
    /**
     * @param sha256 name of the dump's blob
     * @param replay true when the live version needs it too: nothing kept for it may be used up
     */
    ParsedCapture read(String sha256, boolean replay) throws IOException;
}
