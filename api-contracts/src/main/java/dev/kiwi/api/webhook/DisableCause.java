package dev.kiwi.api.webhook;

import java.util.Arrays;
import java.util.Locale;

/** Who, or what, has disabled a webhook. */
public enum DisableCause {
    OWNER,
    ADMINISTRATOR,
    /** Nothing got through for a day. */
    FAILURES;

    /** As it is stored and shown, for example {@code failures}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DisableCause of(String text) {
        return Arrays.stream(values())
                .filter(cause -> cause.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cause is named " + text));
    }
}
