package dev.kiwi.api.leaderboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every board that was ever seen and what administrators say of it, by category, name, number. */
public record ListBoardSettings() {

    public record BoardSettings(List<BoardSetting> items, int count) {}

    /** @param hasPeriodicReset whether the effective kind ever resets */
    public record BoardSetting(
            int uuid,
            String name,
            String nameId,
            String category,
            String categoryId,
            String effectiveResetKind,
            @Nullable String resetKindOverride,
            boolean hasPeriodicReset) {}
}
