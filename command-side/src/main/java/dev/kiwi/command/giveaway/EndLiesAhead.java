package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;
import java.time.Instant;

/** A new giveaway can still be entered. */
record EndLiesAhead(Instant endsAt, Instant now) implements Rule {
    @Override
    public boolean isViolated() {
        return !endsAt.isAfter(now);
    }

    @Override
    public String message() {
        return "A new giveaway has to end in the future.";
    }
}
