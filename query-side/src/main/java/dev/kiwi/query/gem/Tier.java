package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;

/** The quality of a gem: Radiant to Mystic. */
public record Tier(int id, String name, int maxLevel, int prStep) {
    public Tier {
        Row.text(name, "tier");
        Row.check(maxLevel > 0 && prStep > 0, name + ": no positive numbers");
    }
}
