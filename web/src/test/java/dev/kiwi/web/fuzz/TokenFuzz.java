package dev.kiwi.web.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.formats.token.TokenText.Offline;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Texts of bearers: whatever it is, it has one verdict, which shape and checksum alone decide. */
public final class TokenFuzz {
    private static final Pattern SHAPE = Pattern.compile("kiwi_[A-Za-z0-9]{43}_[A-Za-z0-9]{1,6}");
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private TokenFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        Offline verdict = TokenText.check("kiwi", text);
        if (verdict != expected(text)) {
            throw new AssertionError(verdict + " for " + text);
        }
        if (Sha256.hex(text).length() != 64) {
            throw new AssertionError("no hash of " + text);
        }
    }

    private static Offline expected(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Offline.UNKNOWN;
        }
        return text.substring(49).equals(checksum(text.substring(5, 48))) ? Offline.VALID : Offline.WRONG_CHECKSUM;
    }

    /** Written a second time, from the specification (platform.md 6.1). */
    static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(US_ASCII));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        do {
            digits.insert(0, DIGITS.charAt((int) (rest % 62)));
            rest /= 62;
        } while (rest > 0);
        return digits.toString();
    }
}
