package dev.kiwi.command.eventstore;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/**
 * The appender and the listener of this node. Commands divided by commits is the size of a group.
 */
final class EventStoreMetrics implements MeterBinder {
    private final Appender appender;
    private final EventArrivals arrivals;

    EventStoreMetrics(GroupCommitEngine engine, EventArrivals arrivals) {
        this.appender = engine.appender();
        this.arrivals = arrivals;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("kiwi.eventstore.commands", appender, Appender::commands)
                .description("Commands that reached the appender")
                .register(registry);
        FunctionTimer.builder(
                        "kiwi.eventstore.commit",
                        appender,
                        Appender::groups,
                        Appender::commitNanos,
                        TimeUnit.NANOSECONDS)
                .description("Commits, each of a group of commands")
                .register(registry);
        FunctionCounter.builder("kiwi.eventstore.lost", appender, Appender::lost)
                .description("Commands that were not committed because the database was away")
                .register(registry);
        Gauge.builder("kiwi.eventstore.waiting", appender, Appender::waiting)
                .description("Commands that wait for the next group")
                .register(registry);
        Gauge.builder("kiwi.eventstore.listening", arrivals, listener -> listener.isListening() ? 1 : 0)
                .description("1 while this node is told of other nodes' events")
                .register(registry);
    }
}
