package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;

/** What is about to be drawn is not edited any more. */
record EntriesAreOpen(boolean entriesClosed) implements Rule {
    @Override
    public boolean isViolated() {
        return entriesClosed;
    }

    @Override
    public String message() {
        return "This giveaway is being drawn.";
    }
}
