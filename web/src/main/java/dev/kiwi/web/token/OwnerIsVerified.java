package dev.kiwi.web.token;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Only an account with a verified address makes tokens, where the operator asks for that. */
record OwnerIsVerified(boolean verified) implements Rule {
    @Override
    public boolean isViolated() {
        return !verified;
    }

    @Override
    public String message() {
        return "Open the link in the verification mail before you make a token.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.EMAIL_UNVERIFIED;
    }
}
