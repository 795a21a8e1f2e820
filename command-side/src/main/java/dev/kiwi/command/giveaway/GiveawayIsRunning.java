package dev.kiwi.command.giveaway;

import dev.kiwi.api.giveaway.GiveawayStatus;
import dev.kiwi.api.kernel.Rule;

/** What is over stays as it is. */
record GiveawayIsRunning(GiveawayStatus status) implements Rule {
    @Override
    public boolean isViolated() {
        return status.isFinal();
    }

    @Override
    public String message() {
        return "This giveaway is " + status.text() + ".";
    }
}
