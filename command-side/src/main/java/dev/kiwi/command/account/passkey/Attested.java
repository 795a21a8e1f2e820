package dev.kiwi.command.account.passkey;

import java.util.List;

/**
 * What an authenticator answers when it has made a credential; all of it base64url without padding.
 *
 * @param credentialId as the browser says
 * @param transports ways to reach the authenticator, for example {@code internal}
 */
public record Attested(String credentialId, String clientData, String attestationObject, List<String> transports) {}
