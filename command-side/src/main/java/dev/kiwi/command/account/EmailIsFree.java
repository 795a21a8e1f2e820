package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.command.claim.Claims;

/** One address, one account. The claim decides between two registrations at once; this gives the usual case its words. */
record EmailIsFree(String emailFingerprint, Claims claims) implements Rule {
    @Override
    public boolean isViolated() {
        return AccountClaims.holder(claims, emailFingerprint) != null;
    }

    @Override
    public String message() {
        return "An account with this email address exists; log in or choose another address.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.EMAIL_TAKEN;
    }
}
