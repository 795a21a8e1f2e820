package dev.kiwi.command.account.passkey;

import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Encrypts what is stored of a credential with its account's key. */
final class CredentialSeal {
    private final PersonalDataCipher cipher;

    CredentialSeal(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** @param component the column's name @param base64Url what is to be encrypted */
    String seal(String base64Url, String component, String accountId) {
        String sealed = cipher.encrypt(Base64.getUrlDecoder().decode(base64Url), place(component, accountId));
        if (sealed == null) {
            throw new IllegalStateException("The account is erased");
        }
        return sealed;
    }

    /** Null once the account's key is destroyed. */
    byte @Nullable [] open(String sealed, String component, String accountId) {
        return cipher.decrypt(sealed, place(component, accountId));
    }

    private static Place place(String component, String accountId) {
        return new Place("es.passkey", component, accountId);
    }
}
