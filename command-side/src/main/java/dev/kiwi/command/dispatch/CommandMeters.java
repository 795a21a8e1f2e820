package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * {@code kiwi.commands}: how long senders waited, the queue included, by command and {@link Outcome};
 * {@code kiwi.commands.running} and {@code .waiting}: how many there are now.
 */
final class CommandMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Meter.MeterProvider<Timer> timers;

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
        this.timers = Timer.builder("kiwi.commands")
                .description("Commands, from their dispatch to their answer")
                .serviceLevelObjectives(BUCKETS)
                .withRegistry(registry);
    }

    /** What a command came to. */
    enum Outcome {
        SUCCESS,
        /** By a rule. */
        REFUSED,
        /** Others changed the same thing again and again. */
        CONFLICT,
        /** The queue was full. */
        OVERLOADED,
        /** A store was away. */
        UNAVAILABLE,
        /** For a reason that nobody foresaw. */
        FAILED;

        /** @param failure as it is explained to the sender */
        static Outcome of(Throwable failure) {
            if (!(failure instanceof Refusal refusal)) {
                return FAILED;
            }
            return refusal.code() == ErrorCode.SERVICE_UNAVAILABLE
                    ? UNAVAILABLE
                    : refusal.code() == ErrorCode.CONFLICT ? CONFLICT : REFUSED;
        }
    }

    void watch(IntSupplier running, IntSupplier waiting) {
        Gauge.builder("kiwi.commands.running", running::getAsInt)
                .description("Commands that are being handled")
                .register(registry);
        Gauge.builder("kiwi.commands.waiting", waiting::getAsInt)
                .description("Commands that wait for their turn")
                .register(registry);
    }

    void answered(Object command, Outcome outcome, long nanos) {
        timers.withTags(
                        "command",
                        command.getClass().getSimpleName(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
