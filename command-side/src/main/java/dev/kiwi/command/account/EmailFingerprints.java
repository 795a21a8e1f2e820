package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Names an address in the table of claims without writing it there: claims are not encrypted, and a plain hash of an
 * address can be guessed.
 */
public final class EmailFingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKey key;

    public EmailFingerprints(SecretKey key) {
        this.key = key;
    }

    /** Lower-case hex, 64 characters. */
    public String of(EmailAddress email) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(email.text().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
