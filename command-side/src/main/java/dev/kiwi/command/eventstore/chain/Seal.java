package dev.kiwi.command.eventstore.chain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Says with a signature: at this time the chain stood so at this position. Whoever can write to the database but does
 * not know the secret can neither rewrite nor shorten what was sealed.
 *
 * @param mac HMAC-SHA256 over the other three
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Seal(long position, byte[] chain, Instant time, byte[] mac) {
    private static final HexFormat HEX = HexFormat.of();

    static Seal sign(long position, byte[] chain, Instant time, SecretKey key) {
        Instant millis = Instant.ofEpochMilli(time.toEpochMilli());
        return new Seal(position, chain, millis, mac(position, chain, millis, key));
    }

    boolean isGenuine(SecretKey key) {
        return MessageDigest.isEqual(mac, mac(position, chain, time, key));
    }

    /** One line of the seal file: position, chain, milliseconds since 1970, signature. */
    String toLine() {
        return position + " " + HEX.formatHex(chain) + " " + time.toEpochMilli() + " " + HEX.formatHex(mac);
    }

    /** @throws IllegalArgumentException when the line is no seal */
    static Seal parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a seal: " + line);
        }
        return new Seal(
                Long.parseLong(parts[0]),
                HEX.parseHex(parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[2])),
                HEX.parseHex(parts[3]));
    }

    private static byte[] mac(long position, byte[] chain, Instant time, SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(16)
                    .putLong(position)
                    .putLong(time.toEpochMilli())
                    .flip());
            return mac.doFinal(chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Seals cannot be signed", e);
        }
    }
}
