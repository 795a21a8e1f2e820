package dev.kiwi.command.giveaway;

import dev.kiwi.api.kernel.Rule;

/** What somebody has won is not changed. */
record CodeIsNotAwarded(boolean awarded) implements Rule {
    @Override
    public boolean isViolated() {
        return awarded;
    }

    @Override
    public String message() {
        return "An awarded code cannot be changed.";
    }
}
