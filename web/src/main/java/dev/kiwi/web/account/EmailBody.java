package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /auth/resend-verification}. */
record EmailBody(@NotNull @EmailText String email) {
    EmailAddress address() {
        return EmailAddress.parse(email).orElseThrow();
    }

    /** Hides the address, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EmailBody[hidden]";
    }
}
