package dev.kiwi.web.account;

import org.jspecify.annotations.Nullable;

/** What an account shows of itself, as it is stored. */
final class DisplayName {
    static final int LONGEST = 80;

    private DisplayName() {}

    /** Trimmed; null for no text. */
    static @Nullable String of(@Nullable String text) {
        String trimmed = text == null ? "" : text.strip();
        return trimmed.isEmpty() ? null : trimmed;
    }
}
