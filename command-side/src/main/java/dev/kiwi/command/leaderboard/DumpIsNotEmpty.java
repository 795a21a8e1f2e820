package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.Rule;

/** A dump has at least one byte. */
record DumpIsNotEmpty(long bytes) implements Rule {
    @Override
    public boolean isViolated() {
        return bytes == 0;
    }

    @Override
    public String message() {
        return "The uploaded file is empty.";
    }
}
