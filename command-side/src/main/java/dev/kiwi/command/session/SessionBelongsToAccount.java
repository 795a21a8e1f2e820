package dev.kiwi.command.session;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Nobody ends another account's session; "not yours" reads like "not there". */
record SessionBelongsToAccount(String owner, String asking) implements Rule {
    @Override
    public boolean isViolated() {
        return !owner.equals(asking);
    }

    @Override
    public String message() {
        return "There is no such session.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.NOT_FOUND;
    }
}
