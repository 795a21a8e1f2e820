package dev.kiwi.web.account.passkey;

import dev.kiwi.command.account.passkey.PasskeyVault.Descriptor;
import java.util.List;

/** A credential that a browser is to look for, or to leave out (WebAuthn, PublicKeyCredentialDescriptorJSON). */
public record CredentialReference(String id, String type, List<String> transports) {
    static List<CredentialReference> of(List<Descriptor> held) {
        return held.stream()
                .map(one -> new CredentialReference(one.id(), "public-key", one.transports()))
                .toList();
    }
}
