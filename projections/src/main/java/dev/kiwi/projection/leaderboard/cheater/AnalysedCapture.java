package dev.kiwi.projection.leaderboard.cheater;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is analysed.
 *
 * @param boards by category, then name
 * @param names display name by the number of the player; null where the capture does not list one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AnalysedCapture(
        long anchor, List<AnalysedBoard> boards, @Nullable String[] names) {}
