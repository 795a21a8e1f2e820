package dev.kiwi.api.formats.grainus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands between two semicolons of a line; reused. */
final class Field {
    static final int ID = 36;

    private byte[] content = new byte[64];
    private int size;

    void add(byte[] text, int from, int to) {
        int end = size + to - from;
        if (end > content.length) {
            content = Arrays.copyOf(content, Math.max(end, content.length * 2));
        }
        System.arraycopy(text, from, content, size, to - from);
        size = end;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Digits at the beginning. */
    int digits() {
        int digits = 0;
        while (digits < size && content[digits] >= '0' && content[digits] <= '9') {
            digits++;
        }
        return digits;
    }

    /** @param digits at most nine */
    int number(int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * 10 + content[i] - '0';
        }
        return number;
    }

    /** The id that the field ends with; null when that is not one, or begins before {@code from} (M2). */
    @Nullable
    UUID idAtEnd(int from) {
        int start = size - ID;
        if (start < from) {
            return null;
        }
        long high = 0;
        long low = 0;
        int nibbles = 0;
        for (int i = 0; i < ID; i++) {
            byte b = content[start + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (b != '-') {
                    return null;
                }
                continue;
            }
            // Not for other scripts: a byte is below 128 or negative.
            int digit = b < 0 ? -1 : Character.digit(b, 16);
            if (digit < 0) {
                return null;
            }
            if (nibbles++ < 16) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
        }
        return new UUID(high, low);
    }

    /** UTF-8 with replacement, trimmed. */
    String text() {
        return new String(content, 0, size, StandardCharsets.UTF_8)
                .replace('\0', '\uFFFD')
                .trim();
    }
}
