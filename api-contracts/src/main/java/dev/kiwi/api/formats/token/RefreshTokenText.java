package dev.kiwi.api.formats.token;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The text of a refresh token: 48 random bytes as 64 characters of URL-safe base64 (platform.md 4.2). Only its
 * {@link #hash()} is stored.
 */
public record RefreshTokenText(String text) {
    private static final int BYTES = 48;

    public static RefreshTokenText mint(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshTokenText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Lower-case hex SHA-256 of the text. */
    public String hash() {
        return Sha256.hex(text);
    }

    /** Hides the secret, so that it never reaches a log. */
    @Override
    public String toString() {
        return "RefreshTokenText[hidden]";
    }
}
