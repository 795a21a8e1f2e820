package dev.kiwi.web.account.passkey;

import dev.kiwi.command.account.passkey.PasskeyVault;
import dev.kiwi.command.account.passkey.PasskeyVault.Descriptor;
import dev.kiwi.command.account.passkey.RelyingParty;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What {@code PublicKeyCredential.parseCreationOptionsFromJSON} of a browser takes: a credential that the browser finds
 * without a name, and that is used by its verified owner only.
 *
 * @param challenge 32 random bytes, base64url
 * @param timeout milliseconds
 * @param excludeCredentials that the account has
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record CreationOptions(
        Party rp,
        User user,
        String challenge,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<CredentialReference> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {
    // ES256, EdDSA, RS256 of the COSE registry.
    private static final List<Algorithm> ALGORITHMS =
            Stream.of(-7, -8, -257).map(alg -> new Algorithm("public-key", alg)).toList();
    private static final Selection VERIFIED_AND_DISCOVERABLE = new Selection("required", true, "required");

    record Party(String id, String name) {}

    /** @param id the account's, base64url */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record User(String id, String name, String displayName) {
        /** Hides the names, so that they never reach a log. */
        @Override
        public String toString() {
            return "User[hidden]";
        }
    }

    record Algorithm(String type, int alg) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    /** @param name by which people know which account it is */
    public static CreationOptions of(
            RelyingParty party, String accountId, String name, MadeChallenge challenge, List<Descriptor> held) {
        return new CreationOptions(
                new Party(party.id(), party.name()),
                new User(PasskeyVault.userHandleOf(accountId), name, name),
                challenge.text(),
                ALGORITHMS,
                challenge.lifetime().toMillis(),
                CredentialReference.of(held),
                VERIFIED_AND_DISCOVERABLE,
                "none");
    }
}
