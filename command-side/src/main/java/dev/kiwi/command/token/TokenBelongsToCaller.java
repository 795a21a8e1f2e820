package dev.kiwi.command.token;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/** Only its owner or an administrator touches a token; "not yours" reads like "not there". @param asking null for an administrator */
record TokenBelongsToCaller(String owner, @Nullable String asking) implements Rule {
    @Override
    public boolean isViolated() {
        return asking != null && !owner.equals(asking);
    }

    @Override
    public String message() {
        return "There is no such token.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.NOT_FOUND;
    }
}
