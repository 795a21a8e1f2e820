package dev.kiwi.projection.leaderboard.rename;

import dev.kiwi.api.config.RuntimeSettings;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What counts as the same player under another name.
 *
 * @param maxGap seconds between the two captures, at most
 * @param drift share by which a score may have risen
 */
public record RenameSettings(
        boolean enabled,
        int maxGap,
        int minBoards,
        double drift,
        double minScore,
        double minConfidence,
        Set<Integer> excluded) {

    /** The settings in force, whenever asked. */
    public static Supplier<RenameSettings> of(RuntimeSettings live) {
        BooleanSupplier enabled = live.flag("renames_enabled");
        IntSupplier gap = live.integer("renames_max_gap_seconds");
        IntSupplier boards = live.integer("renames_min_boards");
        DoubleSupplier drift = live.decimal("renames_score_drift_pct");
        DoubleSupplier score = live.decimal("renames_min_score");
        DoubleSupplier confidence = live.decimal("renames_min_confidence");
        Supplier<String> excluded = live.text("renames_excluded_board_uuids");
        return () -> new RenameSettings(
                enabled.getAsBoolean(),
                gap.getAsInt(),
                boards.getAsInt(),
                drift.getAsDouble(),
                score.getAsDouble(),
                confidence.getAsDouble(),
                numbers(excluded.get()));
    }

    private static Set<Integer> numbers(String list) {
        return Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
