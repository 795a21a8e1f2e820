package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.command.claim.Claims;

/** One credential, one passkey of one account. The claim decides between two at once; this gives the usual case its words. */
record CredentialIsNobodys(String credentialHash, Claims claims) implements Rule {
    @Override
    public boolean isViolated() {
        return SecondFactorClaims.isTaken(claims, credentialHash);
    }

    @Override
    public String message() {
        return "This passkey is registered already.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
