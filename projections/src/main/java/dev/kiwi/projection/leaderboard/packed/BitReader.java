package dev.kiwi.projection.leaderboard.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads what {@link BitWriter} wrote. */
final class BitReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private long at;

    BitReader(byte[] bytes, int fromByte) {
        this.bytes = bytes;
        this.at = fromByte * 8L;
    }

    /** @param width 0 to 56 */
    long bits(int width) {
        long window = window() >>> (at & 7);
        at += width;
        return window & (1L << width) - 1;
    }

    long raw64() {
        long low = bits(32);
        return low | bits(32) << 32;
    }

    /** Counts ones up to the next zero, which it consumes; stops at {@code limit} ones and then consumes no zero. */
    int ones(int limit) {
        int run = Long.numberOfTrailingZeros(~(window() >>> (at & 7)));
        at += Math.min(run + 1, limit);
        return Math.min(run, limit);
    }

    long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            long b = bits(8);
            value |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }

    /** Needs a byte's edge. */
    int byteOffset() {
        return (int) (at >>> 3);
    }

    /** The eight bytes at the current byte, zeros after the end. */
    private long window() {
        int index = (int) (at >>> 3);
        if (index <= bytes.length - 8) {
            return (long) LONG.get(bytes, index);
        }
        long value = 0;
        for (int i = bytes.length - 1; i >= index; i--) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }
}
