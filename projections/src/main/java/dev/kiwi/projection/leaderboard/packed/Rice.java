package dev.kiwi.projection.leaderboard.packed;

/**
 * Rice codes for values that are mostly near their mean: about log2(mean) + 1.5 bits each. A value far out is escaped
 * and costs 96 bits.
 */
final class Rice {
    private static final int ESCAPE = 32;
    private static final int PARAMETER_BITS = 6;

    private Rice() {}

    /** @param values not negative */
    static void write(BitWriter out, long[] values, int count) {
        int k = parameter(values, count);
        out.bits(k, PARAMETER_BITS);
        for (int i = 0; i < count; i++) {
            write(out, values[i], k);
        }
    }

    static void read(BitReader in, long[] values, int count) {
        int k = (int) in.bits(PARAMETER_BITS);
        for (int i = 0; i < count; i++) {
            int quotient = in.ones(ESCAPE);
            values[i] = quotient == ESCAPE ? in.raw64() : (long) quotient << k | in.bits(k);
        }
    }

    private static void write(BitWriter out, long value, int k) {
        long quotient = value >>> k;
        if (quotient >= ESCAPE) {
            out.bits(0xFFFF_FFFFL, ESCAPE);
            out.raw64(value);
        } else {
            // Ones, then a zero.
            out.bits((1L << quotient) - 1, (int) quotient + 1);
            out.bits(value & (1L << k) - 1, k);
        }
    }

    private static int parameter(long[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        double mean = count == 0 ? 0 : sum / count;
        int guess = mean < 1 ? 0 : Math.getExponent(mean);
        int best = guess;
        long least = Long.MAX_VALUE;
        for (int k = Math.max(0, guess - 2); k <= guess + 1 && k <= 56; k++) {
            long cost = cost(values, count, k);
            if (cost < least) {
                least = cost;
                best = k;
            }
        }
        return best;
    }

    private static long cost(long[] values, int count, int k) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            long quotient = values[i] >>> k;
            bits += quotient >= ESCAPE ? ESCAPE + 64 : quotient + 1 + k;
        }
        return bits;
    }
}
