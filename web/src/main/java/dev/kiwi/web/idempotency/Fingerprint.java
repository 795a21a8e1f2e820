package dev.kiwi.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a write asks for, beside its method and path: 32 bytes of its query and 32 of its body. The second half is left out
 * for a body that its handler does not read, and for a form in parts, whose borders are new with every attempt.
 */
final class Fingerprint {
    private Fingerprint() {}

    static byte[] of(@Nullable String query, byte @Nullable [] bodyHash) {
        byte[] asked = sha256().digest((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
        if (bodyHash == null) {
            return asked;
        }
        byte[] both = Arrays.copyOf(asked, asked.length + bodyHash.length);
        System.arraycopy(bodyHash, 0, both, asked.length, bodyHash.length);
        return both;
    }

    /** @param first of the answered request; null fits all, half of one fits every body */
    static boolean fits(byte @Nullable [] first, byte[] again) {
        return first == null
                || (again.length >= first.length && Arrays.equals(first, Arrays.copyOf(again, first.length)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
