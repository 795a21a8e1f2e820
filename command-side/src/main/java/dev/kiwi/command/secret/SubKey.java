package dev.kiwi.command.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** A key for one purpose, by HKDF-SHA256 from {@code SECRET_KEY}; none can stand in for another. */
public final class SubKey {
    private static final int BYTES = 32;
    private static final byte[] SALT = "kiwi".getBytes(StandardCharsets.UTF_8);

    private SubKey() {}

    /**
     * 256 bits.
     *
     * @param algorithm what the key is used with, {@code AES} or {@code HmacSHA256}
     * @param purpose fixed for ever, for example {@code kiwi/email-claims/1}
     */
    public static SecretKey of(String rootSecret, String algorithm, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(rootSecret.getBytes(StandardCharsets.UTF_8))
                    .addSalt(SALT)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot derive keys by HKDF-SHA256", e);
        }
    }
}
