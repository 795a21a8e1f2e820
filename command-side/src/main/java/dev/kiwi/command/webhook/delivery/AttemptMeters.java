package dev.kiwi.command.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What became of attempts to deliver. There before the first one: an alarm on a series that is not there is silent. */
final class AttemptMeters {
    private final Timer delivered;
    private final Timer postponed;
    private final Timer failed;

    AttemptMeters(MeterRegistry registry) {
        this.delivered = timer(registry, "delivered");
        this.postponed = timer(registry, "postponed");
        this.failed = timer(registry, "failed");
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return registry.timer("kiwi.webhook.attempts", "outcome", outcome);
    }

    /** @param again whether there will be another attempt */
    void ended(Outcome outcome, boolean again) {
        Timer timer = outcome.delivered() ? delivered : again ? postponed : failed;
        timer.record(outcome.duration());
    }
}
