package dev.kiwi.api.leaderboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Players side by side in one capture.
 *
 * @param names as asked, 2 to 10
 * @param anchor null for the newest capture
 */
public record ComparePlayers(List<String> names, @Nullable Long anchor) {

    /**
     * @param createdAt null when there is no capture
     * @param players in the order asked; the stored spelling, or as asked for somebody never seen
     * @param boards that list at least one of them, by category, then name
     */
    public record PlayerComparison(
            @Nullable Long createdAt, List<Compared> players, List<ComparedBoard> boards, int count) {}

    /** @param boards how many list the player; @param wins on how many of them nobody asked for stands better */
    public record Compared(String playerName, boolean known, int boards, int wins) {}

    /** @param standings in the order of the players; null where one is not listed */
    public record ComparedBoard(
            int uuid, String name, String category, String resetKind, List<@Nullable Standing> standings) {}

    public record Standing(int rank, Number score) {}
}
