package dev.kiwi.api.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who plays, by the newest two captures (activity.md A4). */
public record GetCurrentActivity() {
    /**
     * Times are unix seconds. Null where there is nothing to tell: no captures, or some missing between the newest two.
     *
     * @param estimate players seen to play between the newest two captures
     * @param estimate24h distinct players over the windows of the last day
     * @param estimate7d distinct players over the windows of the last week
     * @param span24hHours how long the day really is, as captures have it
     * @param boardsAnalyzed boards on which somebody played
     */
    public record CurrentActivity(
            @Nullable Long windowStart,
            @Nullable Long windowEnd,
            @Nullable Double durationHours,
            @Nullable Integer estimate,
            @JsonProperty("estimate_24h") @Nullable Integer estimate24h,
            @JsonProperty("estimate_7d") @Nullable Integer estimate7d,
            @JsonProperty("window_24h_start") @Nullable Long window24hStart,
            @JsonProperty("window_7d_start") @Nullable Long window7dStart,
            @JsonProperty("span_24h_hours") @Nullable Double span24hHours,
            @JsonProperty("span_7d_hours") @Nullable Double span7dHours,
            List<BoardActivity> byBoard,
            int boardsAnalyzed,
            String methodology,
            long computedAt) {}

    public record BoardActivity(int uuid, String name, String category, int activePlayers) {}
}
