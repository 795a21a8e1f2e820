package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;
import java.time.Instant;

/** A giveaway lasts. */
record EndIsAfterStart(Instant startsAt, Instant endsAt) implements Rule {
    @Override
    public boolean isViolated() {
        return !endsAt.isAfter(startsAt);
    }

    @Override
    public String message() {
        return "A giveaway has to end after it starts.";
    }
}
