package dev.kiwi.command.eventstore;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** {@code kiwi.eventstore.commands}, {@code .groups} (their ratio is the group size) and {@code .waiting}. */
final class EventStoreMetrics implements MeterBinder {
    private final Appender appender;

    EventStoreMetrics(GroupCommitEngine engine) {
        this.appender = engine.appender();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("kiwi.eventstore.commands", appender, Appender::commands)
                .description("Commands that reached the appender")
                .register(registry);
        FunctionCounter.builder("kiwi.eventstore.groups", appender, Appender::groups)
                .description("Groups of commands that were committed together")
                .register(registry);
        Gauge.builder("kiwi.eventstore.waiting", appender, Appender::waiting)
                .description("Commands that wait for the next group")
                .register(registry);
    }
}
