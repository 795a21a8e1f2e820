package dev.kiwi.command.account;

import dev.kiwi.api.formats.token.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a link says about the state that it was made for, so that it works once: the first 16 hex digits of the SHA-256
 * of a stored text (platform.md 3.7).
 */
final class Fingerprint {
    private static final int DIGITS = 16;

    private Fingerprint() {}

    /** @param text null for what is not there: no password, for example */
    static String of(@Nullable String text) {
        return Sha256.hex(text == null ? "" : text).substring(0, DIGITS);
    }

    static boolean matches(String fingerprint, @Nullable String text) {
        return MessageDigest.isEqual(
                of(text).getBytes(StandardCharsets.US_ASCII), fingerprint.getBytes(StandardCharsets.UTF_8));
    }
}
