package dev.kiwi.command.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What users wrote, such as the name of a token, as it may stand in a sentence of ours. */
final class PlainWords {
    // Ends of lines of every script, other control characters, and marks that turn the direction of what follows.
    private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
    private static final int LONGEST = 200;

    private PlainWords() {}

    /** One line, so that nobody can add a paragraph or a header; {@code otherwise} for nothing. */
    static String of(@Nullable String text, String otherwise) {
        String line =
                text == null ? "" : UNPRINTED.matcher(text).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return otherwise;
        }
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    static String quoted(String text) {
        return "“" + of(text, "unnamed") + "”";
    }
}
