package dev.kiwi.web.account.passkey;

import dev.kiwi.command.account.passkey.Asserted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What a browser's {@code toJSON()} makes of a signature (WebAuthn, AuthenticationResponseJSON). */
@JsonNaming(LowerCamelCaseStrategy.class)
public record AssertionJson(
        @NotNull @Size(max = 1364) @Base64Url String id,
        @NotNull @Valid Response response) {

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Response(
            @NotNull @Size(max = 4096) @Base64Url String clientDataJSON,
            @NotNull @Size(max = 4096) @Base64Url String authenticatorData,
            @NotNull @Size(max = 4096) @Base64Url String signature,
            @Nullable @Size(max = 86) @Base64Url String userHandle) {
        /** Hides all of it, so that it never reaches a log. */
        @Override
        public String toString() {
            return "Response[hidden]";
        }
    }

    public Asserted asserted() {
        return new Asserted(
                id,
                response.clientDataJSON(),
                response.authenticatorData(),
                response.signature(),
                response.userHandle());
    }
}
