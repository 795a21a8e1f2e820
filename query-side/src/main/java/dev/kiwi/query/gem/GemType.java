package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;

/** @param powerRank that every gem of the type has beforehand */
public record GemType(int id, String name, int powerRank) {
    public static final int LESSER = 1;
    public static final int EMPOWERED = 2;

    public GemType {
        Row.text(name, "type");
        Row.check(powerRank >= 0, name + ": power_rank is negative");
    }

    public boolean isEmpowered() {
        return id == EMPOWERED;
    }
}
