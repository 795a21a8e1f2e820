package dev.kiwi.command.webhook.delivery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a receiver answered, as it may be kept and shown: strangers wrote it. */
final class PlainAnswer {
    /** Characters; an error message fits, a page does not. */
    static final int LONGEST = 256;

    // Control and format characters, which move cursors and turn the direction of text, and halves of characters.
    private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\s\\uFFFD]+");

    private PlainAnswer() {}

    /** One line of plain text; null for nothing. */
    static @Nullable String of(String text) {
        String line = UNPRINTED.matcher(text).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return null;
        }
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
