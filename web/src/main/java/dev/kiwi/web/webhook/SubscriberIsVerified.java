package dev.kiwi.web.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Only an account with a verified address has things posted elsewhere. */
record SubscriberIsVerified(boolean verified) implements Rule {
    @Override
    public boolean isViolated() {
        return !verified;
    }

    @Override
    public String message() {
        return "Open the link in the verification mail before you make a webhook.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.EMAIL_UNVERIFIED;
    }
}
