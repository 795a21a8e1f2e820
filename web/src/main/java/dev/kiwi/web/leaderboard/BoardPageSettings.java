package dev.kiwi.web.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** The settings that shape the site's page of leaderboards. */
@Component
class BoardPageSettings {
    private final IntSupplier days;
    private final BooleanSupplier cheaters;
    private final BooleanSupplier clusters;

    BoardPageSettings(RuntimeSettings settings) {
        this.days = settings.integer("leaderboards_hot_retention_days");
        this.cheaters = settings.flag("feature_cheater_detection_enabled");
        this.clusters = settings.flag("feature_alt_clusters_enabled");
    }

    /**
     * What the page offers.
     *
     * @param hotRetentionDays trove-days that can be chosen with one click
     * @param cheaterDetectionEnabled whether suspected cheaters are shown
     * @param altClustersEnabled whether suspected second accounts are shown
     */
    record Offered(int hotRetentionDays, boolean cheaterDetectionEnabled, boolean altClustersEnabled) {}

    Offered now() {
        return new Offered(days.getAsInt(), cheaters.getAsBoolean(), clusters.getAsBoolean());
    }
}
