package dev.kiwi.api.rotation;

/** What follows from the moment alone (rotations.md 2); each with the record that answers it. */
public enum ComputedRotation {
    /** {@link ServerTime}. */
    SERVER_TIME,
    /** {@link DailyBuffs}. */
    DAILY_BUFFS,
    /** {@link WeeklyBuffs}. */
    WEEKLY_BUFFS,
    /** {@link Corruxion}. */
    CORRUXION,
    /** {@link Fluxion}. */
    FLUXION,
    /** {@link Gardening}. */
    GARDENING,
    /** {@link Biomes}. */
    LONGSHADE,
    /** {@link Biomes}. */
    WILD_MANA,
    /** {@link Biomes}. */
    STAMPY
}
