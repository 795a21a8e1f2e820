package dev.kiwi.command.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.leaderboard.PlayerKey;
import org.jspecify.annotations.Nullable;

/** A claim that was exchanged after somebody looked at it is not approved unseen. */
record ClaimIsTheOneLookedAt(
        @Nullable String claimed, @Nullable String lookedAt) implements Rule {
    @Override
    public boolean isViolated() {
        return lookedAt != null && claimed != null && !PlayerKey.lookup(claimed).equals(PlayerKey.lookup(lookedAt));
    }

    @Override
    public String message() {
        return "The claim is of another name by now; look at it again.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
