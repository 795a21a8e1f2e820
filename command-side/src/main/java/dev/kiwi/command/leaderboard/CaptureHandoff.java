package dev.kiwi.command.leaderboard;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;

/** Spares the projector of this process a second parse; what it does not get this way it reads from the blob. */
public interface CaptureHandoff {
    void offer(String sha256, ParsedCapture capture);
}
