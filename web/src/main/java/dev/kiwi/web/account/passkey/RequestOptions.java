package dev.kiwi.web.account.passkey;

import dev.kiwi.command.account.passkey.PasskeyVault.Descriptor;
import dev.kiwi.command.account.passkey.RelyingParty;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What {@code PublicKeyCredential.parseRequestOptionsFromJSON} of a browser takes.
 *
 * @param challenge 32 random bytes, base64url
 * @param timeout milliseconds
 * @param allowCredentials empty: any that the person chooses
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record RequestOptions(
        String challenge,
        long timeout,
        String rpId,
        List<CredentialReference> allowCredentials,
        String userVerification) {

    public static RequestOptions of(RelyingParty party, MadeChallenge challenge, List<Descriptor> allowed) {
        return new RequestOptions(
                challenge.text(),
                challenge.lifetime().toMillis(),
                party.id(),
                CredentialReference.of(allowed),
                "required");
    }
}
