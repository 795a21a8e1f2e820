package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.LargeAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A player on all boards over some days (leaderboards.md 11.3).
 *
 * @param name as asked; blanks around it and case do not count
 * @param days 1 to 30
 * @param now unix seconds, the end of the window
 */
public record GetPlayerSeries(String name, int days, long now) {

    /**
     * Lines by best rank.
     *
     * @param playerName as asked, without blanks around it
     * @param canonicalName as the newest capture spells it; null for a player who was never seen
     * @param anchors captures that list the player, ascending
     */
    public record PlayerSeries(
            String playerName,
            @Nullable String canonicalName,
            int days,
            long windowStart,
            long windowEnd,
            List<Long> anchors,
            List<BoardLine> series)
            implements LargeAnswer {}

    public record BoardLine(int uuid, String name, int bestRank, List<ChartPoint> points) {}
}
