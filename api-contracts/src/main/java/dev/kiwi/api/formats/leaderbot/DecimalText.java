package dev.kiwi.api.formats.leaderbot;

import java.nio.charset.StandardCharsets;

/** Reads a score (P16): sign, digits, fraction, exponent, blanks around. Everything else is refused as NaN. */
final class DecimalText {
    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final byte[] text;
    private final int end;
    private int at;
    private long mantissa;
    private int digits;

    private DecimalText(byte[] text, int from, int to) {
        int start = from;
        int stop = to;
        while (start < stop && blank(text[start])) {
            start++;
        }
        while (stop > start && blank(text[stop - 1])) {
            stop--;
        }
        this.text = text;
        this.at = start;
        this.end = stop;
    }

    static double parse(byte[] text, int from, int to) {
        return new DecimalText(text, from, to).value();
    }

    static boolean blank(byte b) {
        // NUL reads as U+FFFD, which is no blank.
        return b > 0 && b <= ' ';
    }

    private double value() {
        int start = at;
        boolean negative = is('-');
        if (negative || is('+')) {
            at++;
        }
        digits();
        int whole = digits;
        if (is('.')) {
            at++;
            digits();
        }
        int fraction = digits - whole;
        if (digits == 0) {
            return Double.NaN;
        }
        boolean exponent = is('e') || is('E');
        if (exponent && !exponentDigits() || at != end) {
            return Double.NaN;
        }
        // Both operands are exact, so the quotient is the correctly rounded value.
        if (!exponent && digits < 18 && mantissa <= EXACT && fraction < POWERS.length) {
            return signed(mantissa / POWERS[fraction], negative);
        }
        double slow = Double.parseDouble(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
        return Double.isInfinite(slow) ? Double.NaN : signed(Math.abs(slow), negative);
    }

    private static double signed(double magnitude, boolean negative) {
        return negative && magnitude != 0 ? -magnitude : magnitude;
    }

    private void digits() {
        while (at < end && digit(text[at])) {
            // Overflows only from 18 digits on, where the value is not used.
            mantissa = mantissa * 10 + (text[at++] - '0');
            digits++;
        }
    }

    private boolean exponentDigits() {
        at++;
        if (is('-') || is('+')) {
            at++;
        }
        int first = at;
        while (at < end && digit(text[at])) {
            at++;
        }
        return at > first;
    }

    private boolean is(char c) {
        return at < end && text[at] == c;
    }

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
