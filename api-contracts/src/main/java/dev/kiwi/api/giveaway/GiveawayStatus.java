package dev.kiwi.api.giveaway;

import java.util.Locale;

/** Where a giveaway stands (giveaways.md A1). The last three are final. */
public enum GiveawayStatus {
    SCHEDULED,
    OPEN,
    DRAWN,
    CLOSED,
    CANCELLED;

    public static GiveawayStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** As it is stored and shown, for example {@code open}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFinal() {
        return this != SCHEDULED && this != OPEN;
    }
}
