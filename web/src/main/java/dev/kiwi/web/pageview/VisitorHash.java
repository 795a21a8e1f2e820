package dev.kiwi.web.pageview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** A name for a visitor that says nothing about who it is, and is another one each day (platform.md 13). */
record VisitorHash(String secretKey) {
    private static final int BYTES = 16;

    /** @return 32 hex digits */
    String of(LocalDate day, String ip, String userAgent) {
        String visitor = secretKey + "|" + day + "|" + ip + "|" + userAgent;
        return HexFormat.of().formatHex(sha256(visitor.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "VisitorHash[...]";
    }
}
