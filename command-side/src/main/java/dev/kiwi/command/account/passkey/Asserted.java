package dev.kiwi.command.account.passkey;

import org.jspecify.annotations.Nullable;

/**
 * What an authenticator answers when it is asked to sign; all of it base64url without padding.
 *
 * @param userHandle whose credential it is, as the authenticator knows; null where it does not say
 */
public record Asserted(
        String credentialId,
        String clientData,
        String authenticatorData,
        String signature,
        @Nullable String userHandle) {
    /** Leaves the signature out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "Asserted[hidden]";
    }
}
