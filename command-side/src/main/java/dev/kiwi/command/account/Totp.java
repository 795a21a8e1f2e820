package dev.kiwi.command.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app (RFC 6238): six digits, thirty seconds, HMAC-SHA-1, which is what the apps can do. */
final class Totp {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    /** Steps before and after now whose codes count too: clocks differ, and people take a moment to type. */
    private static final int TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
    private final SecureRandom random = new SecureRandom();

    byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The step after the last used one whose code this is; empty for a wrong code and for one that was used. */
    OptionalLong stepOf(String code, byte[] secret, long lastStep, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
        OptionalLong found = OptionalLong.empty();
        // All of them are compared, however early one fits.
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (isEqual(code, codeOf(secret, step)) && step > lastStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    String codeAt(byte[] secret, Instant time) {
        return codeOf(secret, Math.floorDiv(time.getEpochSecond(), STEP.toSeconds()));
    }

    private String codeOf(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Every byte string is a key of an HMAC", e);
        }
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
