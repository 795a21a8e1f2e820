package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Only an account with a verified address logs in, where the operator asks for that. */
record AddressIsVerified(boolean verified, boolean required) implements Rule {
    @Override
    public boolean isViolated() {
        return required && !verified;
    }

    @Override
    public String message() {
        return "Open the link in the verification mail first.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.EMAIL_UNVERIFIED;
    }
}
