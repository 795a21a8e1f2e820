package dev.kiwi.command.token;

import dev.kiwi.api.kernel.Rule;
import java.util.List;

/** An allowlist stays short enough to be checked on every request. */
record AllowlistHasAtMostFiftyEntries(List<String> entries) implements Rule {
    private static final int MOST = 50;

    @Override
    public boolean isViolated() {
        return entries.size() > MOST;
    }

    @Override
    public String message() {
        return "An allowlist has at most " + MOST + " entries; write neighbouring addresses as one network.";
    }
}
