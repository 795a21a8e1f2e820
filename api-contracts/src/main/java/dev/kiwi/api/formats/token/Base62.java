package dev.kiwi.api.formats.token;

/** Digits {@code a-z}, {@code A-Z}, {@code 0-9} in this order; most significant first, no padding. */
final class Base62 {
    static final int RADIX = 62;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private Base62() {}

    static char digit(int value) {
        return DIGITS.charAt(value);
    }

    /** @param value not negative */
    static String encode(long value) {
        if (value == 0) {
            return String.valueOf(digit(0));
        }
        StringBuilder text = new StringBuilder();
        for (long rest = value; rest > 0; rest /= RADIX) {
            text.append(digit((int) (rest % RADIX)));
        }
        return text.reverse().toString();
    }
}
