package dev.kiwi.web.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM for short texts; base64 of 12 bytes nonce and the sealed bytes. */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Seal(SecretKey key) {
        this.key = key;
    }

    /** @param name under which it is stored, so that what is stored cannot be exchanged */
    String close(String text, String name) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), name);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot encrypt with AES-GCM", e);
        }
    }

    /** Empty for what was not sealed with this key under this name. */
    Optional<String> open(String closed, String name) {
        try {
            byte[] all = Base64.getDecoder().decode(closed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] rest = Arrays.copyOfRange(all, Math.min(all.length, NONCE_BYTES), all.length);
            return Optional.of(new String(run(Cipher.DECRYPT_MODE, nonce, rest, name), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }
}
