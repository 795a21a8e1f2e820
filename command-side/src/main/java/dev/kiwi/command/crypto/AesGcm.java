package dev.kiwi.command.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a fresh random nonce; the result is nonce (12 bytes), cipher text, tag (16 bytes). */
final class AesGcm {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private AesGcm() {}

    static byte[] encrypt(SecretKey key, byte[] plain, byte[] context) {
        try {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            byte[] result = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, result, NONCE);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data could not be encrypted", e);
        }
    }

    /** @throws IllegalStateException when key, context or bytes do not belong together */
    static byte[] decrypt(SecretKey key, byte[] encrypted, byte[] context) {
        try {
            byte[] nonce = Arrays.copyOf(encrypted, NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(encrypted, NONCE, encrypted.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Encrypted data does not belong to its key and place", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
