package dev.kiwi.web.submission;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a bot names for what it files, as it was written: one that is no number is a refused submission, with its
 * row in the log, and not a request that nobody understands (ruling 11).
 */
public record SubmittedTime(@Nullable String text) {
    /**
     * Unix seconds; null when none was named.
     *
     * @throws Refusal 400 for what is no whole number
     */
    public @Nullable Long seconds() {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "timestamp is no number of unix seconds.");
        }
    }

    /** As {@link #seconds}, and null for what is no number: for the log. */
    public @Nullable Long secondsIfNumber() {
        try {
            return seconds();
        } catch (Refusal e) {
            return null;
        }
    }
}
