package dev.kiwi.command.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA256 of a text: tells whether two are the same, and without the key cannot be found by trying. */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKey key;

    KeyedHash(SecretKey key) {
        this.key = key;
    }

    /** Lower-case hex, 64 characters. */
    String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
