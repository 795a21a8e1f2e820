package dev.kiwi.api.rotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the calendar shows (rotations.md 2.10). The slugs are a contract. */
public enum CalendarType {
    WEEKLY_BUFF,
    CORRUXION,
    FLUXION,
    LUXION,
    GARDENING_2,
    GARDENING_3,
    STAMPY,
    MANA,
    DAILY_BUFF,
    LONGSHADE,
    CHAOS_CHEST;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is shown only to those who ask for it: it would bury the rest. */
    public boolean isExtra() {
        return compareTo(DAILY_BUFF) >= 0;
    }

    public static Optional<CalendarType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
