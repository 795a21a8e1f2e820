package dev.kiwi.projection.activity;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model {@code activity}. */
@Configuration(proxyBeanMethods = false)
class ActivityProjectionConfiguration {
    /** One segment: a window lies between two captures. Few events a transaction: each is a whole dump. */
    @Bean
    ProjectionDefinition activityProjection(CaptureText source, RuntimeSettings settings) {
        IntSupplier powerRank = settings.integer("class_activity_power_rank_threshold");
        IntSupplier effort = settings.integer("class_activity_effort_threshold");
        Supplier<Thresholds> thresholds = () -> new Thresholds(powerRank.getAsInt(), effort.getAsInt());
        return new ProjectionDefinition(
                Projection.ACTIVITY.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/activity.sql",
                1,
                8,
                model -> new ActivityProjector(model, source, thresholds));
    }
}
