package dev.kiwi.api.account;

import java.util.Locale;

/** What a passkey was shown for. */
public enum PasskeyPurpose {
    LOGIN,
    STEP_UP;

    /** As it is stored, for example {@code step_up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
