package dev.kiwi.api.rotation;

import java.util.Arrays;
import java.util.Locale;

/** Kinds of hourly challenges, by the exact name that the game shows. */
public enum ChallengeType {
    COLLECTION("Collection Challenge"),
    RAMPAGE("RAMPAGE ALERT!"),
    RACING("Racing Challenge"),
    TARGET("Target Challenge"),
    /** Whatever has another name. */
    DUNGEON("");

    private final String shown;

    ChallengeType(String shown) {
        this.shown = shown;
    }

    public static ChallengeType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.shown.equals(name))
                .findFirst()
                .orElse(DUNGEON);
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
