package dev.kiwi.command.eventstore.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** {@code chain(n) = SHA-256(chain(n-1) ‖ columns of n)}, each column with its length before it. */
public final class HashChain {
    private HashChain() {}

    /** What stands before the first event: 32 zero bytes. */
    public static byte[] genesis() {
        return new byte[32];
    }

    /** The link of an event, 32 bytes. */
    public static byte[] link(byte[] previous, ChainedEvent event) {
        MessageDigest digest = sha256();
        digest.update(previous);
        add(digest, event.position());
        add(digest, event.eventId());
        add(digest, event.aggregateId());
        add(digest, event.sequence());
        add(digest, event.type());
        // Nanoseconds too: a change below the millisecond is a change.
        add(digest, event.time().getEpochSecond());
        add(digest, event.time().getNano());
        add(digest, event.payloadType());
        add(digest, event.payloadRevision());
        add(digest, event.payload());
        add(digest, event.metadata());
        return digest.digest();
    }

    private static void add(MessageDigest digest, String value) {
        add(digest, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(MessageDigest digest, byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value.length));
        digest.update(value);
    }

    private static void add(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
