package dev.kiwi.command.account;

import dev.kiwi.api.formats.token.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes that stand in for a lost authenticator, each once: 120 random bits in six groups of four letters and digits,
 * so that a plain hash of one cannot be guessed.
 */
final class RecoveryCodes {
    static final int COUNT = 10;
    private static final int BYTES = 15;

    private final SecureRandom random = new SecureRandom();

    List<String> mint() {
        return Stream.generate(this::one).limit(COUNT).toList();
    }

    /** How people type does not matter: case, dashes and spaces are left out. */
    static String hash(String code) {
        return Sha256.hex(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    private String one() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = new String(Base32.encode(bytes), StandardCharsets.US_ASCII);
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }
}
