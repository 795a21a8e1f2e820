package dev.kiwi.command.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Nobody ends another one's session; "not yours" reads like "not there". */
record SessionIsTheSiteUsers(String owner, String asking) implements Rule {
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
