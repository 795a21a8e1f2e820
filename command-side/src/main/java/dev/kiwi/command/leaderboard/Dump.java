package dev.kiwi.command.leaderboard;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;

/**
 * A dump that lies in the blob store and was parsed.
 *
 * @param bytes of the text
 */
public record Dump(String sha256, long bytes, ParsedCapture capture) {}
