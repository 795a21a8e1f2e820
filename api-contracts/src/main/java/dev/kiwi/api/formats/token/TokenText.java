package dev.kiwi.api.formats.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API token, {@code <brand>_<43 random base-62 digits>_<CRC-32 of them in base 62>} (platform.md 6.1).
 * The checksum lets a scanner or a gate refuse a mistyped token without a look-up. A value of this type holds the
 * whole secret: show it once, store {@link #hash()} and {@link #prefix()}.
 *
 * @param text the whole token
 */
public record TokenText(String text) {
    private static final int BODY = 43;
    private static final int SHOWN = 8;
    private static final Pattern BRAND = Pattern.compile("[a-z][a-z0-9]{0,15}");

    /** What can be said about a presented text without a look-up. */
    public enum Offline {
        VALID,
        /** Shaped like a token, but mistyped or made up: refuse without a look-up. */
        WRONG_CHECKSUM,
        /** Not of this shape: a token of another time perhaps; look its hash up. */
        UNKNOWN
    }

    /** @param brand the first part, {@code kiwi} */
    public static TokenText mint(String brand, SecureRandom random) {
        if (!BRAND.matcher(brand).matches()) {
            throw new IllegalArgumentException("a token's brand is up to 16 lower-case letters and digits");
        }
        StringBuilder body = new StringBuilder(BODY);
        for (int i = 0; i < BODY; i++) {
            // nextInt(bound) rejects the uneven rest, so every digit is equally likely.
            body.append(Base62.digit(random.nextInt(Base62.RADIX)));
        }
        return new TokenText(brand + "_" + body + "_" + checksum(body.toString()));
    }

    public static Offline check(String brand, String presented) {
        if (!presented.startsWith(brand + "_")) {
            return Offline.UNKNOWN;
        }
        String rest = presented.substring(brand.length() + 1);
        if (!hasShape(rest)) {
            return Offline.UNKNOWN;
        }
        boolean matches = checksum(rest.substring(0, BODY)).equals(rest.substring(BODY + 1));
        return matches ? Offline.VALID : Offline.WRONG_CHECKSUM;
    }

    /** What is stored: lower-case hex SHA-256 of the whole text. */
    public String hash() {
        return Sha256.hex(text);
    }

    /** What lists show: the brand and the first eight digits. */
    public String prefix() {
        return text.substring(0, text.indexOf('_') + 1 + SHOWN);
    }

    /** Hides the secret, so that it never reaches a log. */
    @Override
    public String toString() {
        return "TokenText[" + prefix() + "...]";
    }

    private static boolean hasShape(String rest) {
        int checksumDigits = rest.length() - BODY - 1;
        if (checksumDigits < 1 || checksumDigits > 6 || rest.charAt(BODY) != '_') {
            return false;
        }
        for (int i = 0; i < rest.length(); i++) {
            if (i != BODY && !isDigit(rest.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return Base62.encode(crc.getValue());
    }
}
