package dev.kiwi.projection.machinery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What every node publishes of every projection. */
final class ProjectionMeters {
    private final MeterRegistry registry;

    ProjectionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void publish(String name, Supplier<Standing> standing) {
        gauge(standing, "kiwi.projection.lag", Standing::lag)
                .description("Events in the store that are not applied yet")
                .baseUnit("events")
                .tag("projection", name)
                .register(registry);
        gauge(standing, "kiwi.projection.position", Standing::position)
                .description("Of the last event that is applied with all before it; -1 for none")
                .tag("projection", name)
                .register(registry);
        gauge(standing, "kiwi.projection.age", of -> seconds(of.age()))
                .description("How long events have been waiting while it stands")
                .baseUnit("seconds")
                .tag("projection", name)
                .register(registry);
        gauge(standing, "kiwi.projection.heartbeat", of -> seconds(of.silence()))
                .description("Since a node last said that it is at work on it; 0 while none should be")
                .baseUnit("seconds")
                .tag("projection", name)
                .register(registry);
        gauge(standing, "kiwi.projection.failed", of -> of.failed() ? 1 : 0)
                .description("1 while there is no live version that fits the code")
                .tag("projection", name)
                .register(registry);
        gauge(standing, "kiwi.deadletters", of -> of.filling().letters())
                .description("Events that could not be applied, and what is parked behind them")
                .tag("group", name)
                .register(registry);
        gauge(standing, "kiwi.deadletters.fill", of -> of.filling().ratio())
                .description("Of the room for dead letters; at 1 the projection stops")
                .baseUnit("ratio")
                .tag("group", name)
                .register(registry);
    }

    private static Gauge.Builder<Supplier<Number>> gauge(
            Supplier<Standing> standing, String meter, ToDoubleFunction<Standing> value) {
        return Gauge.builder(meter, () -> value.applyAsDouble(standing.get()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
