package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /auth/login}. The password has no length rule here: a wrong one is simply wrong. */
record LoginBody(
        @NotNull @EmailText String email,
        @NotNull String password,
        @Nullable String captchaToken) {

    EmailAddress address() {
        return EmailAddress.parse(email).orElseThrow();
    }

    /** Hides all of it, so that it never reaches a log. */
    @Override
    public String toString() {
        return "LoginBody[hidden]";
    }
}
