package dev.kiwi.command.status;

import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.status.Verdict;

/** Only what a probe has found is recorded. */
record VerdictIsKnown(Verdict verdict) implements Rule {
    @Override
    public boolean isViolated() {
        return verdict == Verdict.UNKNOWN;
    }

    @Override
    public String message() {
        return "A server that was not probed has no status.";
    }
}
