package dev.kiwi.projection.activity;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.io.IOException;

/** Where the projector gets the captures that events name. */
public interface CaptureText {
    /** @param sha256 name of the dump's blob */
    ParsedCapture read(String sha256) throws IOException;
}
