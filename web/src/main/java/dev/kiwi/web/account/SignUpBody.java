package dev.kiwi.web.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.web.http.StorableText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /auth/signup}.
 *
 * @param website a trap for programs; people leave it empty
 * @param formStartedAt unix milliseconds
 */
record SignUpBody(
        @NotNull @EmailText String email,
        @NotNull String password,

        @Nullable @Size(max = DisplayName.LONGEST) @StorableText
        String displayName,

        @Nullable String captchaToken,
        @Nullable String website,
        @Nullable Long formStartedAt) {

    EmailAddress address() {
        return EmailAddress.parse(email).orElseThrow();
    }

    /** Hides all of it, so that it never reaches a log. */
    @Override
    public String toString() {
        return "SignUpBody[hidden]";
    }
}
