package dev.kiwi.web.account.passkey;

import dev.kiwi.command.account.passkey.Attested;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What a browser's {@code toJSON()} makes of a new credential (WebAuthn, RegistrationResponseJSON). */
@JsonNaming(LowerCamelCaseStrategy.class)
public record AttestationJson(
        @NotNull @Size(max = 1364) @Base64Url String id,
        @NotNull @Valid Response response) {

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Response(
            @NotNull @Size(max = 4096) @Base64Url String clientDataJSON,
            @NotNull @Size(max = 16384) @Base64Url String attestationObject,
            @Nullable @Size(max = 8) List<@NotNull @Pattern(regexp = "[a-z-]{1,16}") String> transports) {}

    public Attested attested() {
        return new Attested(
                id,
                response.clientDataJSON(),
                response.attestationObject(),
                Objects.requireNonNullElse(response.transports(), List.of()));
    }
}
