package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.LargeAnswer;
import java.util.List;

/**
 * The leaders of a board over some days (leaderboards.md 11.2).
 *
 * @param days 1 to 30
 * @param top lines, 1 to 20
 * @param now unix seconds, the end of the window
 */
public record GetBoardChart(int uuid, int days, int top, long now) {

    /** @param anchors captures of the board in the window, ascending */
    public record BoardChart(
            int uuid, int days, long windowStart, long windowEnd, List<Long> anchors, List<Line> series)
            implements LargeAnswer {}

    public record Line(String playerName, int currentRank, List<ChartPoint> points) {}
}
