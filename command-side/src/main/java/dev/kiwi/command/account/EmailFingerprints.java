package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import javax.crypto.SecretKey;

/**
 * Names an address in the table of claims without writing it there: claims are not encrypted, and a plain hash of an
 * address can be guessed.
 */
public final class EmailFingerprints {
    private final KeyedHash hash;

    public EmailFingerprints(SecretKey key) {
        this.hash = new KeyedHash(key);
    }

    /** Lower-case hex, 64 characters. */
    public String of(EmailAddress email) {
        return hash.of(email.text());
    }
}
