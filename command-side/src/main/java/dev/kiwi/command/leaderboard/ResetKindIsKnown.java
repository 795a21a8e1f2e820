package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.leaderboard.ResetKind;
import org.jspecify.annotations.Nullable;

/** A board begins anew daily, weekly or never. */
record ResetKindIsKnown(@Nullable String resetKind) implements Rule {
    @Override
    public boolean isViolated() {
        return resetKind != null && ResetKind.ofOverride(resetKind) == null;
    }

    @Override
    public String message() {
        return "reset_kind_override has to be daily, weekly, none or null.";
    }
}
