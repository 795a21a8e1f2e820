package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;
import java.time.Instant;

/** One enters from the start to the end, while the giveaway is open. */
record EntriesAreAccepted(EntryWindow window, Instant now) implements Rule {
    @Override
    public boolean isViolated() {
        return !window.takesEntriesAt(now);
    }

    @Override
    public String message() {
        return "This giveaway takes no entries now.";
    }
}
