package dev.kiwi.command.leaderboard;

import java.nio.file.Path;

/**
 * Where raw dumps are kept.
 *
 * @param directory {@code leaderboards} is made below it
 * @param enabled false keeps none
 * @param retentionDays 0 keeps all
 */
public record BacklogSettings(Path directory, boolean enabled, int retentionDays) {
    Path accepted() {
        return directory.resolve("leaderboards");
    }

    Path rejected() {
        return accepted().resolve("rejected");
    }
}
