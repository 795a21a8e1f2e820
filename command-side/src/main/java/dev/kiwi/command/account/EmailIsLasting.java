package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Nobody signs up with an address that is gone in ten minutes. */
public record EmailIsLasting(EmailAddress email, DisposableDomains disposable) implements Rule {
    @Override
    public boolean isViolated() {
        return disposable.contain(email);
    }

    @Override
    public String message() {
        return "Throw-away addresses are not accepted; choose another one.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.DISPOSABLE_EMAIL;
    }
}
