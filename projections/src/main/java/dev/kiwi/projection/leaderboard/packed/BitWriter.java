package dev.kiwi.projection.leaderboard.packed;

import java.util.Arrays;

/** Appends bits, lowest first, to a growing array. */
final class BitWriter {
    private byte[] bytes = new byte[1024];
    private int size;
    private long pending;
    private int pendingBits;

    /** @param width 0 to 56 */
    void bits(long value, int width) {
        pending |= value << pendingBits;
        pendingBits += width;
        while (pendingBits >= 8) {
            put((byte) pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    void raw64(long value) {
        bits(value & 0xFFFF_FFFFL, 32);
        bits(value >>> 32, 32);
    }

    /** Seven bits at a time, lowest first; need not lie on a byte's edge. */
    void varint(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            bits(rest & 0x7F | 0x80, 8);
            rest >>>= 7;
        }
        bits(rest, 8);
    }

    /** Appends whole bytes; needs a byte's edge. */
    void append(byte[] content) {
        if (size + content.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + content.length, bytes.length * 2));
        }
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    /** Fills up to the next byte's edge. */
    void align() {
        if (pendingBits > 0) {
            bits(0, 8 - pendingBits);
        }
    }

    /** Aligned copy of all that was written; starts anew. */
    byte[] take() {
        align();
        byte[] content = Arrays.copyOf(bytes, size);
        size = 0;
        return content;
    }

    private void put(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = b;
    }
}
