package dev.kiwi.command.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** One player, one site user. The claim decides between two at once; this gives the usual case its words. */
record TroveNameIsFree(String troveName, String siteUserId, SiteUserClaims claims) implements Rule {
    @Override
    public boolean isViolated() {
        return !claims.isTroveNameFree(troveName, siteUserId);
    }

    @Override
    public String message() {
        return "Somebody else has claimed this name.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
