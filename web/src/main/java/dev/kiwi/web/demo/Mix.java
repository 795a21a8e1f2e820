package dev.kiwi.web.demo;

/** Numbers that look random and are the same for the same keys (the finaliser of SplitMix64). */
final class Mix {
    private Mix() {}

    static long bits(long a, long b, long c) {
        long x = a * 0x9E3779B97F4A7C15L + b * 0xBF58476D1CE4E5B9L + c * 0x94D049BB133111EBL;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** @return from 0 to just below 1 */
    static double unit(long a, long b, long c) {
        return (bits(a, b, c) >>> 11) * 0x1.0p-53;
    }
}
