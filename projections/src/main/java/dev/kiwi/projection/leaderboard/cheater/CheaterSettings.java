package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.config.RuntimeSettings;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that the detection can be tuned by; equal settings give equal reports. Its text is the report's key. */
public record CheaterSettings(Players players, Stems stems, Movement movement, Schedule schedule, Fusing fusing) {
    private static final Logger LOG = LoggerFactory.getLogger(CheaterSettings.class);

    /** The checks of single players (16.2 to 16.4, 16.8). */
    public record Players(
            boolean enabled,
            double zThreshold,
            double velocityMultiplier,
            int minBoardSize,
            double eliteCohort,
            Set<Integer> excluded,
            double uptimeFraction) {}

    /** Families of names (16.6). */
    public record Stems(
            boolean enabled, int minSize, double scoreBand, int maxEdit, int sizeFull, Set<Integer> excluded) {}

    /** Accounts that gain alike (16.7). @param candidates 0 switches all that needs history off */
    public record Movement(
            int candidates,
            double minGain,
            double percentile,
            double tolerance,
            int minHours,
            double minRatio,
            double minDensity,
            int minGroup,
            int maxCell,
            int recomputeSeconds) {}

    /** Accounts that play at the same hours (16.8b). @param minHours 0 switches it off */
    public record Schedule(int minHours, double minSimilarity) {}

    /** What speaks for the same cluster (16.9). */
    public record Fusing(double bonus, double footprint) {}

    /** The settings in force, whenever asked. */
    public static Supplier<CheaterSettings> of(RuntimeSettings live) {
        Supplier<Players> players = players(live);
        Supplier<Stems> stems = stems(live);
        Supplier<Movement> movement = movement(live);
        IntSupplier hours = live.integer("cheaters_schedule_min_active_hours");
        DoubleSupplier similarity = live.decimal("cheaters_schedule_min_similarity");
        DoubleSupplier bonus = live.decimal("cheaters_fusion_corroboration_bonus");
        DoubleSupplier footprint = live.decimal("cheaters_footprint_min_jaccard");
        return () -> new CheaterSettings(
                players.get(),
                stems.get(),
                movement.get(),
                new Schedule(hours.getAsInt(), similarity.getAsDouble()),
                new Fusing(bonus.getAsDouble(), footprint.getAsDouble()));
    }

    private static Supplier<Players> players(RuntimeSettings live) {
        BooleanSupplier enabled = live.flag("feature_cheater_detection_enabled");
        DoubleSupplier z = live.decimal("cheaters_z_threshold");
        DoubleSupplier velocity = live.decimal("cheaters_velocity_multiplier");
        IntSupplier size = live.integer("cheaters_min_board_size");
        DoubleSupplier cohort = live.decimal("cheaters_elite_cohort_pct");
        Supplier<String> excluded = live.text("cheaters_excluded_board_uuids");
        DoubleSupplier uptime = live.decimal("cheaters_weekly_uptime_fraction");
        return () -> new Players(
                enabled.getAsBoolean(),
                z.getAsDouble(),
                velocity.getAsDouble(),
                size.getAsInt(),
                cohort.getAsDouble(),
                numbers(excluded.get()),
                uptime.getAsDouble());
    }

    private static Supplier<Stems> stems(RuntimeSettings live) {
        BooleanSupplier enabled = live.flag("feature_alt_clusters_enabled");
        IntSupplier size = live.integer("cheaters_cluster_min_size");
        DoubleSupplier band = live.decimal("cheaters_cluster_score_band_pct");
        IntSupplier edit = live.integer("cheaters_cluster_max_edit_distance");
        IntSupplier full = live.integer("cheaters_cluster_size_full");
        Supplier<String> excluded = live.text("cheaters_cluster_excluded_board_uuids");
        return () -> new Stems(
                enabled.getAsBoolean(),
                size.getAsInt(),
                band.getAsDouble(),
                edit.getAsInt(),
                full.getAsInt(),
                numbers(excluded.get()));
    }

    private static Supplier<Movement> movement(RuntimeSettings live) {
        IntSupplier top = live.integer("cheaters_comovement_candidate_top_n");
        DoubleSupplier gain = live.decimal("cheaters_comovement_min_hourly_gain");
        DoubleSupplier percentile = live.decimal("cheaters_comovement_gain_percentile");
        DoubleSupplier tolerance = live.decimal("cheaters_comovement_gain_tolerance_pct");
        IntSupplier hours = live.integer("cheaters_comovement_min_matching_hours");
        DoubleSupplier ratio = live.decimal("cheaters_comovement_min_match_ratio");
        DoubleSupplier density = live.decimal("cheaters_comovement_min_density");
        IntSupplier group = live.integer("cheaters_comovement_min_group_size");
        IntSupplier cell = live.integer("cheaters_comovement_max_cell_accounts");
        IntSupplier recompute = live.integer("cheaters_comovement_recompute_seconds");
        return () -> new Movement(
                top.getAsInt(),
                gain.getAsDouble(),
                percentile.getAsDouble(),
                tolerance.getAsDouble(),
                hours.getAsInt(),
                ratio.getAsDouble(),
                density.getAsDouble(),
                group.getAsInt(),
                cell.getAsInt(),
                recompute.getAsInt());
    }

    /** The numbers of a comma list, sorted; what is none is left out. */
    static Set<Integer> numbers(String list) {
        Set<Integer> numbers = new TreeSet<>();
        Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    try {
                        numbers.add(Integer.valueOf(text));
                    } catch (NumberFormatException e) {
                        LOG.warn("\"{}\" in a list of boards is no number and is ignored", text);
                    }
                });
        return numbers;
    }
}
